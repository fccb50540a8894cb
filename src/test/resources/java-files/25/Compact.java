// A compact source file: no class, and main without parameters.
int calls = 0;

void main() {
    IO.println(greeting("world"));
    IO.println(greeting(new Person("Ann", 30)));
    IO.println(calls);
}

/** Overloads that call each other. */
String greeting(Object o) {
    calls++;
    return "Hello, " + o + "!";
}

String greeting(Person person) {
    // old enough
    if (person.age() >= 18) {
        return greeting("Ms. " + person.name());
    }
    // or not
    else {
        return greeting(person.name());
    }
}

record Person(String name, int age) {}
