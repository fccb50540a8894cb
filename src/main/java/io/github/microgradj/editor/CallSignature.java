package io.github.microgradj.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The signature of a method with the positions of its parameters: {@code Value pow(double exponent)}. */
record CallSignature(String text, List<ParameterSpan> parameters) {
    /** The range of a parameter in the text. */
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

    /** Returns whether there may be an argument at an index. */
    boolean takes(int argument) {
        return argument < parameters.size() || isOpenEnded();
    }

    /** Returns the text cut to this width, with the parameter of an argument marked and the rest dimmed. */
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
