import java.util.*;
import java.util.function.Consumer;

/** Generics, nested lambdas, and comments where nobody expects them. */
public class EventBus /* the bus */ {
    private final Map<Class<?>, List<Consumer<Object>>> /* by type */ handlers = new LinkedHashMap<>();

    public <E> void on(Class<E> type, Consumer<? super E> handler) {
        handlers.computeIfAbsent(type, t -> new ArrayList<>()) // one list for each
                .add(event -> handler.accept(type.cast(event)));
    }

    public void post(Object event) {
        boolean handled = false;
        for (Map.Entry<Class<?>, List<Consumer<Object>>> entry : handlers.entrySet())
            if (entry.getKey().isInstance(event)) // also for subclasses
                for (Consumer<Object> handler : entry.getValue()) {
                    handler.accept(event);
                    handled = true;
                }
            /* not this one */
            else
                continue;
        if (!handled) System.out.println("nobody wants " + event);
    }

    static class Event { final String what; Event(String what) { this.what = what; } public String toString() { return what; } }

    static class Alarm extends Event {
        Alarm() { super("alarm"); }
    }

    public static void main(final String[] args) {
        EventBus bus = new EventBus();
        bus.on(Event.class, event -> System.out.println("event " + event));
        bus.on(Alarm.class, alarm -> {
            // twice
            for (int i = 0; i < 2; i++) { System.out.print("ring "); }
            System.out.println();
        });
        bus.post(new Event("start"));
        bus.post(new Alarm());
        bus.post("text");
    }
};
