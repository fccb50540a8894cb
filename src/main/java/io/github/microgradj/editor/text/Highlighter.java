package io.github.microgradj.editor.text;

import io.github.microgradj.editor.text.Span.Kind;
import io.github.microgradj.language.infix.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The syntax highlighter. It finds the spans to colour in Java, in lines of Python and in colon commands, even if they
 * are incomplete.
 */
public final class Highlighter {
    private static final Set<String> KEYWORDS =
            Set.of(("abstract assert boolean break byte case catch char class continue"
                            + " default do double else enum extends final finally float for if implements import"
                            + " instanceof int"
                            + " interface long native new package private protected public return short"
                            + " static super switch"
                            + " synchronized this throw throws transient try void volatile while true false"
                            + " null True False None")
                    .split(" "));
    /** The words that are keywords only before a name. Elsewhere, they are names. */
    private static final Set<String> NAME_LIKE = Set.of("var", "record", "sealed", "permits", "yield");

    private static final Pattern COMMAND = Pattern.compile("(:[\\w?!-]*)(.*)");
    private static final Pattern OPTION = Pattern.compile("(?<=\\s)--?[A-Za-z][\\w-]*");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]+");

    /** The names of commands and options. */
    public interface Vocabulary {
        /** Returns whether any command has a name that starts with the given text. */
        boolean isCommand(String begun);

        /** Returns whether the command has an option that starts with the given text. */
        boolean isOption(String command, String begun);

        /** Returns whether the arguments of the command are Java. */
        boolean takesJava(String command);
    }

    private final Vocabulary vocabulary;

    public Highlighter(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Returns the spans of the text. If two spans overlap, the later one applies. Text outside all spans has no colour.
     */
    public List<Span> spans(String text, int cursor) {
        List<Token> tokens = Token.withComments(text);
        List<Span> spans = new Pass(text, tokens).spans();
        spans.addAll(Brackets.at(tokens, cursor));
        return spans;
    }

    /** One pass over the tokens of the text. */
    private final class Pass {
        private final String text;
        private final List<Token> tokens;
        private final List<Span> spans = new ArrayList<>();
        private int depth;
        /** The index up to which the text already has its colours. */
        private int done;
        /** The end of the latest command line, or 0 if the arguments are Java. Names before this index are not Java. */
        private int words;

        Pass(String text, List<Token> tokens) {
            this.text = text;
            this.tokens = tokens;
        }

        List<Span> spans() {
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (token.start() < done) {
                    continue;
                }
                if (token.is("#")) {
                    add(token.start(), lineEnd(token.start()), Kind.COMMENT);
                } else if (depth == 0 && beginsCommand(token)) {
                    command(token.start());
                } else {
                    java(i);
                }
            }
            return spans;
        }

        private void add(int start, int end, Kind kind) {
            spans.add(new Span(start, end, kind));
            done = Math.max(done, end);
        }

        private int lineEnd(int from) {
            int end = text.indexOf('\n', from);
            return end < 0 ? text.length() : end;
        }

        private boolean beginsCommand(Token token) {
            return token.is(":")
                    && text.substring(text.lastIndexOf('\n', token.start()) + 1, token.start())
                            .isBlank()
                    && !text.startsWith(" ", token.end());
        }

        private void command(int start) {
            Matcher line = COMMAND.matcher(text).region(start, lineEnd(start));
            if (!line.lookingAt()) {
                return;
            }
            String name = line.group(1).substring(1);
            add(start, line.end(1), vocabulary.isCommand(name) ? Kind.COMMAND : Kind.UNKNOWN);
            boolean takesJava = vocabulary.takesJava(name);
            words = takesJava ? 0 : line.end();
            Matcher option = OPTION.matcher(text).region(line.start(2), line.end());
            option.useTransparentBounds(true);
            while (option.find()) {
                boolean known = vocabulary.isOption(name, option.group());
                if (known || !takesJava) {
                    spans.add(new Span(option.start(), option.end(), known ? Kind.OPTION : Kind.UNKNOWN));
                }
            }
        }

        private void java(int index) {
            Token token = tokens.get(index);
            depth = Math.max(0, depth + token.nesting());
            switch (token.kind()) {
                case NUMBER -> add(token.start(), token.end(), Kind.NUMBER);
                case QUOTED -> add(token.start(), token.end(), Kind.STRING);
                case COMMENT -> add(token.start(), token.end(), Kind.COMMENT);
                case SYMBOL -> {
                    if (token.is("**") || token.is("**=")) {
                        add(token.start(), token.end(), Kind.KEYWORD);
                    }
                }
                case WORD -> word(index);
            }
        }

        private void word(int index) {
            Token token = tokens.get(index);
            if (token.start() < words) {
                return;
            }
            if (KEYWORDS.contains(token.text()) || (NAME_LIKE.contains(token.text()) && nameFollows(index))) {
                add(token.start(), token.end(), Kind.KEYWORD);
            } else if (Character.isUpperCase(token.text().charAt(0)) && !isConstant(index)) {
                add(token.start(), token.end(), Kind.TYPE);
            }
        }

        private boolean nameFollows(int index) {
            return index + 1 < tokens.size() && tokens.get(index + 1).kind() == Token.Kind.WORD;
        }

        /** Returns whether a name is a constant, such as {@code Math.PI}, rather than a type, such as {@code MLP}. */
        private boolean isConstant(int index) {
            return index > 0
                    && tokens.get(index - 1).is(".")
                    && CONSTANT.matcher(tokens.get(index).text()).matches();
        }
    }
}
