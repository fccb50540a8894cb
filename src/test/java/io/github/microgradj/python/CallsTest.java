package io.github.microgradj.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Tests of operators, functions and methods on thousands of arguments, against what CPython 3.11 gave ({@code
 * calls.py}).
 */
class CallsTest {
    /** What we refuse: CPython computes a complex number or a larger int. */
    private static final String REFUSED = "MemoryError";

    @Test
    void callsGiveWhatCPythonGives() throws IOException {
        List<String> calls = lines();
        assertThat(calls).hasSizeGreaterThan(20_000);
        List<String> wrong = new ArrayList<>();
        for (String call : calls) {
            String[] parts = call.split("\t", 3);
            String ours = outcome(parts[0], ((Tuple) new Literals(parts[1]).value()).toArray());
            if (!isRight(ours, parts[2])) {
                wrong.add(parts[0] + parts[1] + ": expected " + parts[2] + ", got " + ours);
            }
        }
        assertThat(wrong).isEmpty();
    }

    static List<String> lines() throws IOException {
        try (InputStream packed = CallsTest.class.getResourceAsStream("/python/calls.txt.gz")) {
            return new String(new GZIPInputStream(packed).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    static boolean isRight(String ours, String theirs) {
        if (ours.equals(theirs) || ours.startsWith(REFUSED)) {
            return true;
        }
        try {
            double x = Double.parseDouble(ours);
            double y = Double.parseDouble(theirs);
            return ours.matches(".*[.e].*") == theirs.matches(".*[.e].*") && Math.abs(x - y) <= 4 * Math.ulp(y);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static String outcome(String name, Object... arguments) {
        try {
            return Py.repr(call(name, arguments));
        } catch (PythonError e) {
            return e.getMessage();
        }
    }

    private static Object call(String name, Object... a) {
        if (name.startsWith("str.") || name.startsWith("list.")) {
            return Py.callMethod(a[0], name.replaceFirst(".*\\.", ""), Arrays.copyOfRange(a, 1, a.length));
        }
        return switch (name) {
            case "+", "-", "*", "/", "//", "%", "**", "&", "|", "^", "<<", ">>" -> Py.binary(name, a[0], a[1]);
            case "==", "!=", "<", "<=", ">", ">=" -> Py.compare(name, a[0], a[1]);
            case "in" -> Py.contains(a[1], a[0]);
            case "[]" -> Py.get(a[0], a[1]);
            case "slice" -> Py.getSlice(a[0], a[1], a[2], a[3]);
            case "neg" -> Py.neg(a[0]);
            case "pos" -> Py.pos(a[0]);
            case "invert" -> Py.invert(a[0]);
            case "truth" -> Py.truth(a[0]);
            case "format" -> Py.format(a[0], (String) a[1]);
            case "set" -> Py.len(Py.callBuiltin("set", a));
            default -> Py.callBuiltin(name, a);
        };
    }

    /** A reader of Python's literals. */
    private static final class Literals {
        private final String text;
        private int at;

        Literals(String text) {
            this.text = text;
        }

        Object value() {
            char c = text.charAt(at);
            return switch (c) {
                case '[' -> elements(']');
                case '(' -> Tuple.of(elements(')').toArray());
                case '{' -> keyed();
                case '\'', '"' -> string(c);
                default -> word();
            };
        }

        private List<Object> elements(char end) {
            List<Object> elements = new ArrayList<>();
            at++;
            while (text.charAt(at) != end) {
                elements.add(value());
                at += text.startsWith(", ", at) || text.startsWith(": ", at) ? 2 : text.charAt(at) == ',' ? 1 : 0;
            }
            at++;
            return elements;
        }

        private Object keyed() {
            int start = at;
            List<Object> elements = elements('}');
            boolean dict = elements.isEmpty() || text.substring(start, at).contains(": ");
            return dict ? Py.dict(elements.toArray()) : Py.set(elements.toArray());
        }

        private String string(char quote) {
            StringBuilder string = new StringBuilder();
            for (at++; text.charAt(at) != quote; at++) {
                if (text.charAt(at) == '\\') {
                    at++;
                    string.append(text.charAt(at) == 't' ? '\t' : text.charAt(at) == 'n' ? '\n' : text.charAt(at));
                } else {
                    string.append(text.charAt(at));
                }
            }
            at++;
            return string.toString();
        }

        private Object word() {
            int start = at;
            while (at < text.length() && ",:])}".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(start, at);
            return switch (word) {
                case "None" -> null;
                case "True" -> true;
                case "False" -> false;
                case "inf" -> Double.POSITIVE_INFINITY;
                case "set(" -> {
                    at++;
                    yield Py.set();
                }
                default -> word.matches("-?\\d+") ? Py.callBuiltin("int", word) : (Object) Double.parseDouble(word);
            };
        }
    }
}
