import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A tiny test runner.
 */
@Annotated.Author(
    name = "Ann",
    year = 2024)
@Deprecated
public
final
class Annotated {
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Author {
        String name() default "nobody";

        int year() default 0;
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Test {
        Class<? extends Throwable> expected() default None.class;

        class None extends Throwable {}
    }

    @Test
    public void passes() {
        check(1 + 1, 2);
    }

    @Test(expected = ArithmeticException.class)
    public void throwsAsExpected() {
        int zero = 0;
        check(1 / zero, 1);
    }

    @Test
    @Author
    public void fails() {
        check("a" + 1, "a2");
    }

    private static void check(Object actual, Object expected) {
        if (!actual.equals(expected)) throw new AssertionError(actual + " is not " + expected);
    }

    public static void main(String[] args) throws Exception {
        Author author = Annotated.class.getAnnotation(Author.class);
        System.out.println(author.name() + " " + author.year());
        Method[] methods = Annotated.class.getDeclaredMethods();
        Arrays.sort(methods, Comparator.comparing(Method::getName));
        for (Method method : methods) {
            Test test = method.getAnnotation(Test.class);
            if (test == null) continue;
            String result;
            try {
                method.invoke(new Annotated());
                result = "ok";
            } catch (java.lang.reflect.InvocationTargetException e) {
                result = test.expected().isInstance(e.getCause()) ? "ok" : e.getCause().getMessage();
            }
            System.out.println(method.getName() + ": " + result);
        }
    }
}
