// The types stand at the top of the file, and each needs one below it.
public class Visitors {
    public static void main(String[] args) {
        Vehicle[] vehicles = {new Car("red"), new Truck(7.5), new Trailer(new Car("blue"))};
        for (Vehicle vehicle : vehicles) System.out.println(Toll.of(vehicle));
    }
}

final class Toll {
    private Toll() {}

    static double of(Vehicle vehicle) {
        return switch (vehicle) {
            case Car car when car.colour().equals("red") -> 2.5;
            case Car car -> 2;
            case Truck truck -> truck.tons() * 2;
            case Trailer(var towing) -> 1 + of(towing);
        };
    }
}

sealed interface Vehicle permits Car, Truck, Trailer {}

record Car(String colour) implements Vehicle {
    Car {
        java.util.Objects.requireNonNull(colour);
    }
}

record Truck(double tons) implements Vehicle {}

record Trailer(Vehicle towing) implements Vehicle {}
