package io.github.microgradj.python.numpy;

import io.github.microgradj.python.Py;
import io.github.microgradj.python.numpy.NdArray.ElementKind;
import io.github.microgradj.text.Repr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of an array, as NumPy prints it: with up to 8 digits after the point, columns of equal width, and lines of
 * up to 75 characters.
 */
final class ArrayText {
    private static final int LINE = 75;
    private static final int DIGITS = 8;
    /** The number of elements above which only the first and last three along each axis are shown. */
    private static final int MOST = 1000;

    private static final int EDGE = 3;

    private final NdArray array;
    private final String separator;

    /**
     * Creates the text of an array.
     *
     * @param separator the text between elements
     */
    ArrayText(NdArray array, String separator) {
        this.array = array;
        this.separator = separator;
    }

    String repr() {
        return "array(" + lines("array(".length()) + ")";
    }

    String str() {
        return lines(0);
    }

    private String lines(int indent) {
        if (array.data().length == 0) {
            return "[]";
        }
        return lines(0, 0, array.data().length, indent + 1, columns());
    }

    private String lines(int axis, int from, int to, int indent, List<String> columns) {
        if (axis == array.rank()) {
            return columns.get(from);
        }
        int size = array.sizes()[axis];
        int step = (to - from) / size;
        boolean last = axis == array.rank() - 1;
        boolean cut = array.data().length > MOST && size > 2 * EDGE;
        StringBuilder text = new StringBuilder("[");
        int width = indent;
        for (int i = 0; i < size; i++) {
            boolean gap = cut && i == EDGE;
            i = gap ? size - EDGE : i;
            String part = lines(axis + 1, from + i * step, from + (i + 1) * step, indent + 1, columns);
            part = gap ? "..." + separator + part : part;
            if (i > 0) {
                text.append(last ? separator : separator.stripTrailing());
                boolean wraps = last && width + separator.length() + part.length() > LINE - 1;
                if (wraps || !last) {
                    text.setLength(text.toString().stripTrailing().length());
                    text.append("\n".repeat(last ? 1 : array.rank() - axis - 1)).append(" ".repeat(indent));
                    width = indent;
                } else {
                    width += separator.length();
                }
            }
            text.append(part);
            width += part.length();
        }
        return text.append("]").toString();
    }

    /** Returns the elements as text of equal width. */
    private List<String> columns() {
        double[] data = array.data();
        List<String> all = new ArrayList<>();
        if (array.kind() == ElementKind.FLOAT) {
            all.addAll(isScientific(data) ? scientific(data) : fixed(data));
        } else {
            Arrays.stream(data)
                    .forEach(each -> all.add(
                            array.kind() == ElementKind.INT
                                    ? String.valueOf((long) each)
                                    : each != 0 ? "True" : "False"));
        }
        int width = all.stream().mapToInt(String::length).max().orElse(0);
        all.replaceAll(each -> " ".repeat(width - each.length()) + each);
        return all;
    }

    private static boolean isScientific(double[] data) {
        double[] sizes = Arrays.stream(data)
                .filter(each -> Double.isFinite(each) && each != 0)
                .map(Math::abs)
                .toArray();
        double most = Arrays.stream(sizes).max().orElse(1);
        double least = Arrays.stream(sizes).min().orElse(1);
        return most >= 1e8 || least < 1e-4 || most / least > 1000;
    }

    private static List<String> fixed(double[] data) {
        int places = Arrays.stream(data)
                .mapToObj(ArrayText::rounded)
                .mapToInt(ArrayText::scale)
                .max()
                .orElse(0);
        return Arrays.stream(data).mapToObj(each -> withPlaces(each, places)).toList();
    }

    private static @Nullable BigDecimal rounded(double x) {
        if (!Double.isFinite(x)) {
            return null;
        }
        BigDecimal shortest = new BigDecimal(Repr.of(x));
        return (shortest.scale() > DIGITS ? new BigDecimal(x).setScale(DIGITS, RoundingMode.HALF_EVEN) : shortest)
                .stripTrailingZeros();
    }

    private static int scale(@Nullable BigDecimal decimal) {
        return decimal == null ? 0 : Math.max(0, decimal.scale());
    }

    private static String withPlaces(double x, int places) {
        BigDecimal decimal = rounded(x);
        if (decimal == null) {
            return Repr.of(x);
        }
        String digits =
                decimal.stripTrailingZeros().scale() <= 0 ? decimal.toBigInteger() + "." : decimal.toPlainString();
        String signed = x < 0 && !digits.startsWith("-") ? "-" + digits : digits;
        int missing = places - (signed.length() - signed.indexOf('.') - 1);
        return signed + " ".repeat(missing);
    }

    private static List<String> scientific(double[] data) {
        int digits = Arrays.stream(data)
                .filter(Double::isFinite)
                .mapToObj(each -> new BigDecimal(Repr.of(each))
                        .round(new MathContext(DIGITS + 1))
                        .stripTrailingZeros())
                .mapToInt(each -> each.signum() == 0 ? 0 : each.precision() - 1)
                .max()
                .orElse(0);
        return Arrays.stream(data).mapToObj(each -> scientific(each, digits)).toList();
    }

    private static String scientific(double x, int digits) {
        if (!Double.isFinite(x)) {
            return Repr.of(x);
        }
        String text = Py.format(x, "." + digits + "e");
        return digits == 0 ? text.replace("e", ".e") : text;
    }
}
