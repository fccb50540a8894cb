package io.github.microgradj.documentation;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import io.github.microgradj.text.CompilerInput;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** A formatter of Javadoc comments for the terminal. The JDK parses the comments, as it does for jshell. */
public final class JavadocText {
    private static final DocTrees PARSER = DocTrees.instance(
            (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of(), null, null));

    private JavadocText() {}

    /**
     * Returns the whole comment, with at most {@code width} characters per line. Its tags are in a table at the end.
     */
    public static String wrapped(String comment, int width) {
        DocCommentTree tree = parsed(comment);
        Flow flow = new Flow(width);
        JavadocScanner scanner = new JavadocScanner(PARSER, flow);
        scanner.scan(tree.getFullBody(), null);
        scanner.tags(tree.getBlockTags());
        return flow.text();
    }

    /**
     * Returns the first sentence on one line. If there is none, returns a sentence made from {@code @return}, or an
     * empty string if that is missing too.
     */
    public static String summary(String comment) {
        DocCommentTree tree = parsed(comment);
        List<? extends DocTree> first = tree.getFirstSentence();
        Flow flow = new Flow(Integer.MAX_VALUE);
        JavadocScanner scanner = new JavadocScanner(PARSER, flow);
        if (first.isEmpty()) {
            tree.getBlockTags().stream()
                    .filter(tag -> tag.getKind() == DocTree.Kind.RETURN)
                    .forEach(tag -> scanner.scan(tag, null));
        } else {
            scanner.scan(first, null);
        }
        return flow.text().lines().findFirst().orElse("");
    }

    /** Parses a comment as the body of an HTML file, as jshell does. The shared parser is not thread-safe. */
    private static DocCommentTree parsed(String comment) {
        synchronized (PARSER) {
            return PARSER.getDocCommentTree(
                    new CompilerInput("mem://comment.html", JavaFileObject.Kind.HTML, "<body>" + comment + "</body>"));
        }
    }
}
