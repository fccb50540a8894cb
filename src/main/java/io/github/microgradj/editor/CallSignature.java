package io.github.microgradj.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The signature of a method, such as {@code Value pow(double exponent)}, with the positions of its parameters. */
record CallSignature(String text, List<ParameterSpan> parameters) {
    /** The range of characters that declares a parameter. */
    record ParameterSpan(int start, int end) {}

    static CallSignature of(String text) {
        List<ParameterSpan> parameters = new ArrayList<>();
        int start = text.indexOf('(') + 1;
        int close = text.lastIndexOf(')');
        int depth = 0;
        for (int i = start; i <= close; i++) {
            char c = text.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (i == close || (c == ',' && depth == 0)) {
                if (!text.substring(start, i).isBlank()) {
                    parameters.add(new ParameterSpan(start, i));
                }
                start = i + 2;
            }
        }
        return new CallSignature(text, parameters);
    }

    private boolean isOpenEnded() {
        return text.contains("...");
    }

    /** Returns whether the method may take an argument at the given index. */
    boolean takes(int argument) {
        return argument < parameters.size() || isOpenEnded();
    }

    /**
     * Returns one row of text, cut to the given width. The parameter at the given index is marked, and the rest is dim.
     */
    String row(int argument, int width, UnaryOperator<String> dimmed, UnaryOperator<String> marked) {
        String cut = Menu.cut(text, width);
        int seen = cut.equals(text) ? text.length() : cut.length() - 1;
        int index = Math.min(argument, parameters.size() - 1);
        if (!takes(argument) || index < 0 || parameters.get(index).end > seen) {
            return dimmed.apply(cut);
        }
        ParameterSpan place = parameters.get(index);
        return dimmed.apply(cut.substring(0, place.start))
                + marked.apply(cut.substring(place.start, place.end))
                + dimmed.apply(cut.substring(place.end));
    }
}
