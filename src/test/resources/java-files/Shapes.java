import java.util.List;

/** Sealed types, all in one file; the interface stands first. */
public class Shapes {
    public static void main(String[] args) {
        List<Shape> shapes = List.of(new Circle(1.5), new Square(2), new Freeform("blob", 3.25));
        double total = 0;
        for (Shape shape : shapes) {
            total += shape.area();
            System.out.printf("%s %.3f%n", describe(shape), shape.area());
        }
        System.out.printf("total %.3f%n", total);
    }

    static String describe(Shape shape) {
        if (shape instanceof Circle c && c.radius() > 1) {
            return "large circle";
        } else if (shape instanceof Circle) {
            return "circle";
        }
        // squares are shapes, too
        else if (shape instanceof Square s) {
            return "square of side " + s.side();
        }
        return shape.toString();
    }
}

sealed interface Shape permits Circle, Square, Freeform {
    double area();
}

record Circle(double radius) implements Shape {
    @Override
    public double area() {
        return Math.PI * radius * radius;
    }
}

record Square(int side) implements Shape {
    @Override
    public double area() {
        return side * side;
    }
}

non-sealed class Freeform implements Shape {
    private final String name;
    private final double area;

    Freeform(String name, double area) {
        this.name = name;
        this.area = area;
    }

    @Override
    public double area() {
        return area;
    }

    @Override
    public String toString() {
        return "freeform " + name;
    }
}
