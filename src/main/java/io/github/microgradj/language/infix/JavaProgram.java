package io.github.microgradj.language.infix;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.github.microgradj.text.TypeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Java class that is generated from snippets. Methods and types become members of the class, and all variables become
 * fields, so that methods can use them. All other statements go into {@code main}, in order.
 */
public final class JavaProgram {
    private static final Pattern LOOK = Pattern.compile("[\\w$]+(\\s*\\.\\s*[\\w$]+)*");

    private final String className;
    private final Set<String> imports = new LinkedHashSet<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> members = new LinkedHashMap<>();
    private final List<String> main = new ArrayList<>();
    /** The current names of variables that were redeclared with another type, by their original names. */
    private final Map<String, String> renamed = new LinkedHashMap<>();

    /**
     * One snippet of the program.
     *
     * @param java the snippet in plain Java
     * @param result the variable that holds its value; empty if it has no value
     * @param expression whether the snippet is an expression, whose value is needed only if a later snippet uses it
     * @param types the types of variables that cannot be determined from the text, by variable name
     */
    public record ProgramStep(String java, String result, boolean expression, Map<String, String> types) {
        /**
         * Returns a step that consists of a comment, in place of a snippet that has no Java form. The step still
         * declares the snippet's variables.
         */
        public static ProgramStep comment(String text, Map<String, String> variables) {
            return new ProgramStep("// " + text.replace("\n", "\n// "), "", false, variables);
        }
    }

    /** Creates an empty class with the given imports. */
    public JavaProgram(String className, List<String> imports) {
        this.className = className;
        this.imports.addAll(imports);
    }

    /**
     * Adds a snippet to the class, after those already added.
     *
     * @throws IllegalArgumentException if the snippet does not parse
     */
    public void add(ProgramStep step) {
        String java = current(step.java().strip());
        if (java.startsWith("import ")) {
            return; // The import is already among those of the session.
        }
        if (java.startsWith("//")) {
            step.types().forEach((name, type) -> field(name, type));
            main.add(java);
            return;
        }
        Optional<SyntaxTrees> parsed = SyntaxTrees.of(java);
        if (parsed.isEmpty()) {
            throw new IllegalArgumentException("this cannot be put into a class: " + java);
        }
        for (Tree part : parsed.get().parts()) {
            add(step, java, parsed.get(), part);
        }
    }

    private void add(ProgramStep step, String java, SyntaxTrees parsed, Tree part) {
        if (part instanceof VariableTree variable) {
            addVariable(step, java, parsed, variable);
        } else if (part instanceof MethodTree method) {
            members.put(signature(method), asMember(java));
        } else if (part instanceof ClassTree type) {
            members.put(type.getSimpleName().toString(), asMember(java));
        } else if (part instanceof StatementTree) {
            String text = java.substring(parsed.start(part), Math.min(java.length(), parsed.end(part)));
            addStatement(step, text.strip().replaceFirst(";+$", ""), part);
        }
    }

    private void addVariable(ProgramStep step, String java, SyntaxTrees parsed, VariableTree variable) {
        String name = variable.getName().toString();
        Tree declared = variable.getType();
        String type = step.types().getOrDefault(name, declared == null ? "Object" : declared.toString());
        String known = declared == null || declared.toString().equals("var") ? type : declared.toString();
        ExpressionTree value = variable.getInitializer();
        String text = value == null ? "" : java.substring(parsed.start(value), parsed.end(value));
        String field = field(name, known);
        if (value instanceof NewArrayTree && text.startsWith("{")) {
            text = "new " + known + " " + text;
        }
        if (value != null) {
            main.add(field + " = " + text + ";");
        }
    }

    /**
     * Declares a field and returns its name. If there is a field with the given name but another type, the new field
     * gets another name.
     */
    private String field(String name, String type) {
        String plain = TypeNames.withoutPackages(type);
        String free = name;
        for (int i = 2; fields.containsKey(free) && !fields.get(free).equals(plain); i++) {
            free = name + i;
        }
        fields.put(free, plain);
        renamed.put(name, free);
        return free;
    }

    /** Returns the text with the variables' current names. */
    private String current(String java) {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        Token before = null;
        for (Token token : Token.of(java)) {
            String name = renamed.getOrDefault(token.text(), token.text());
            boolean member = before != null && (before.is(".") || before.is("::"));
            if (token.isWord() && !member && !name.equals(token.text())) {
                text.append(java, copied, token.start()).append(name);
                copied = token.end();
            }
            before = token;
        }
        return text.append(java.substring(copied)).toString();
    }

    private static String signature(MethodTree method) {
        return method.getParameters().stream()
                .map(parameter -> parameter.getType().toString())
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }

    private static String asMember(String java) {
        String bare = java.replaceFirst("^((public|protected|private|static)\\s+)+", "");
        return "static " + bare;
    }

    private void addStatement(ProgramStep step, String text, Tree statement) {
        if (!step.expression()) {
            main.add(text + (text.endsWith("}") ? "" : ";"));
        } else if (LOOK.matcher(text).matches()) {
            return; // The snippet only displayed a value.
        } else if (statement instanceof ExpressionStatementTree expression && isStatement(expression.getExpression())) {
            main.add(text + ";");
        } else {
            main.add("Object " + step.result() + " = " + text + ";");
        }
    }

    private static boolean isStatement(ExpressionTree expression) {
        return switch (expression.getKind()) {
            case METHOD_INVOCATION,
                    NEW_CLASS,
                    ASSIGNMENT,
                    PREFIX_INCREMENT,
                    PREFIX_DECREMENT,
                    POSTFIX_INCREMENT,
                    POSTFIX_DECREMENT -> true;
            default -> expression.getKind().name().endsWith("_ASSIGNMENT");
        };
    }

    /** Returns the class as a complete source file. */
    public String text() {
        StringBuilder text = new StringBuilder();
        imports.stream().sorted().forEach(line -> text.append(line).append(";\n"));
        text.append("\npublic final class ").append(className).append(" {\n");
        fields.forEach((name, type) ->
                text.append("    static ").append(type).append(' ').append(name).append(";\n"));
        members.values()
                .forEach(member ->
                        text.append('\n').append(indented(member, "    ")).append('\n'));
        text.append(fields.isEmpty() && members.isEmpty() ? "" : "\n");
        text.append("    public static void main(String[] args) throws Exception {\n");
        main.forEach(line -> text.append(indented(line, "        ")).append('\n'));
        return text.append("    }\n}\n").toString();
    }

    /**
     * Indents the code. If it contains a text block, indents only the first line, so that the contents do not change.
     */
    private static String indented(String text, String by) {
        return by + (text.contains("\"\"\"") ? text : text.replace("\n", "\n" + by));
    }
}
