import java.util.*;

// Circular classes in the order a student writes them.
class Taxis {
    public static void main(String[] args) {
        Dispatcher dispatcher = new Dispatcher();
        new Cab("7", dispatcher);
        new Van("9", dispatcher);
        dispatcher.send(3);
        dispatcher.send(6);
        dispatcher.send(9);
    }
}

class Cab extends Driver {
    Cab(String plate, Dispatcher dispatcher) {
        super(plate, dispatcher);
    }

    @Override
    int seats() {
        return 4;
    }

    @Override
    public String toString() {
        return "Cab " + super.toString();
    }
}

class Van extends Driver {
    Van(String plate, Dispatcher dispatcher) { super(plate, dispatcher); }

    @Override int seats() { return 8; }

    @Override public String toString() { return "Van " + super.toString(); }
}

abstract class Driver implements Comparable<Driver> {
    private final String plate;
    protected final Dispatcher dispatcher;

    Driver(String plate, Dispatcher dispatcher) {
        this.plate = plate;
        this.dispatcher = dispatcher;
        dispatcher.register(this);
    }

    abstract int seats();

    @Override
    public int compareTo(Driver other) {
        return Integer.compare(seats(), other.seats());
    }

    @Override
    public String toString() {
        return plate + " (" + seats() + " of " + dispatcher.size() + ")";
    }
}

class Dispatcher {
    private final PriorityQueue<Driver> drivers = new PriorityQueue<>();

    void register(Driver driver) {
        drivers.add(driver);
    }

    int size() {
        return drivers.size();
    }

    void send(int people) {
        drivers.stream()
                // not all are large enough
                .filter(driver -> driver.seats() >= people)
                .sorted() // the smallest first

                .findFirst()
                .ifPresentOrElse(
                        driver -> System.out.println(people + ": " + driver),
                        () -> System.out.println(people + ": nobody"));
    }
}
