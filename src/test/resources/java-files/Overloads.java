/** Overloads that call each other, default methods, interfaces with a main. */
interface Overloads {
    static String show(Object o) { return "object " + o; }

    static String show(int i) { return show(i, "int"); }

    static String show(int i, String kind) { return kind + " " + i; }

    static String show(String s) { return show(s.length()) + " of " + show((Object) s); }

    static String show(int... several) {
        StringBuilder text = new StringBuilder("several");
        for (int each : several) text.append(' ').append(show(each));
        return text.toString();
    }

    interface Named {
        default String name() { return getClass().getSimpleName(); }
    }

    class Cat implements Named {}

    class Dog implements Named {
        @Override public String name() { return "not " + Named.super.name(); }
    }

    static boolean even(int n) { return n == 0 || odd(n - 1); }

    static boolean odd(int n) { return n != 0 && even(n - 1); }

    static void main(String[] args) {
        System.out.println(show("four"));
        System.out.println(show(1));
        System.out.println(show(1, 2, 3));
        System.out.println(show('c'));
        System.out.println(new Cat().name() + ", " + new Dog().name());
        System.out.println(even(10) + " " + odd(10));
    }
}
