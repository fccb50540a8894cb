package io.github.microgradj.language.python;

/** Lines of Java code, indented according to their blocks. */
final class JavaLines {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    void add(String line) {
        line.lines()
                .forEach(each -> text.append("    ".repeat(depth)).append(each).append('\n'));
    }

    /** Adds a line that opens a block. */
    void open(String header) {
        add(header + " {");
        depth++;
    }

    void close() {
        depth--;
        add("}");
    }

    /** Closes a block and opens the next clause of the same statement, such as {@code else}. */
    void next(String clause) {
        depth--;
        add("} " + clause + " {");
        depth++;
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    /** Returns the lines, without a newline at the end. */
    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }
}
