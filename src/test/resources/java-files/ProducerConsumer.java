import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;

public class ProducerConsumer {
    private static final int END = -1;
    private final BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(2);
    private final List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger sum = new AtomicInteger();

    private void produce() {
        try {
            for (int i = 1; i <= 5; i++) {
                queue.put(i);
            }
            queue.put(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void consume() {
        try {
            for (int next = queue.take(); next != END; next = queue.take()) {
                taken.add(next);
                sum.addAndGet(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static synchronized int answer() throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> half = pool.submit(() -> 21);
            Future<Integer> other = pool.submit(() -> 21);
            return half.get() + other.get();
        } finally {
            pool.shutdown();
        }
    }

    public static void main(String[] args) throws Exception {
        ProducerConsumer both = new ProducerConsumer();
        Thread producer = new Thread(both::produce), consumer = new Thread(both::consume);
        producer.start();
        consumer.start();
        producer.join();
        consumer.join();
        System.out.println(both.taken + " " + both.sum);
        System.out.println(answer());
    }
}
