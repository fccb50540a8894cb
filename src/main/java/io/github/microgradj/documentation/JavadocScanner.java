package io.github.microgradj.documentation;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.ErroneousTree;
import com.sun.source.doctree.IndexTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.SystemPropertyTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.UnknownBlockTagTree;
import com.sun.source.doctree.UnknownInlineTagTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.DocTreeScanner;
import com.sun.source.util.DocTrees;
import io.github.microgradj.text.TypeNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scanner that adds the words of a comment to a flow. HTML elements and Javadoc tags determine the layout. */
final class JavadocScanner extends DocTreeScanner<@Nullable Void, @Nullable Object> {
    private final DocTrees parser;
    private final Flow flow;
    private boolean verbatim;

    JavadocScanner(DocTrees parser, Flow flow) {
        this.parser = parser;
        this.flow = flow;
    }

    /** Adds the parameters, result, exceptions and notes, one per row, with labels to the left. */
    void tags(List<? extends DocTree> tags) {
        Map<DocTree, String> names = new LinkedHashMap<>();
        tags.forEach(tag -> name(tag).ifPresent(name -> names.put(tag, name)));
        int margin = 2 + names.values().stream().mapToInt(String::length).max().orElse(0);
        flow.paragraph();
        flow.indent(margin);
        names.forEach((tag, name) -> {
            flow.item(name + " ".repeat(margin - name.length()));
            description(tag);
        });
        flow.indent(-margin);
    }

    private static Optional<String> name(DocTree tag) {
        if (tag instanceof ParamTree param) {
            String name = param.getName().toString();
            return Optional.of(param.isTypeParameter() ? "<" + name + ">" : name);
        }
        return switch (tag.getKind()) {
            case RETURN -> Optional.of("returns");
            case THROWS, EXCEPTION -> Optional.of("throws");
            case UNKNOWN_BLOCK_TAG ->
                tag.toString().matches("(?s)@(apiNote|impl(Spec|Note))\\b.*") ? Optional.of("note") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private void description(DocTree tag) {
        if (tag instanceof ParamTree param) {
            scan(param.getDescription(), null);
        } else if (tag instanceof ReturnTree result) {
            scan(result.getDescription(), null);
        } else if (tag instanceof ThrowsTree thrown) {
            words(named(thrown.getExceptionName().getSignature()) + " ");
            scan(thrown.getDescription(), null);
        } else if (tag instanceof UnknownBlockTagTree note) {
            scan(note.getContent(), null);
        }
    }

    private void words(String text) {
        if (verbatim) {
            flow.verbatim(text);
        } else {
            flow.words(text);
        }
    }

    @Override
    public @Nullable Void scan(@Nullable DocTree tree, @Nullable Object nothing) {
        if (tree == null || !tree.getKind().name().equals("SNIPPET")) { // This kind was added in Java 18.
            return super.scan(tree, nothing);
        }
        flow.paragraph();
        verbatim = true;
        super.scan(tree, nothing);
        verbatim = false;
        flow.paragraph();
        return null;
    }

    @Override
    public @Nullable Void visitText(TextTree tree, @Nullable Object nothing) {
        words(tree.getBody());
        return null;
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Object nothing) {
        words(tree.getBody().getBody());
        return null;
    }

    @Override
    public @Nullable Void visitEntity(EntityTree tree, @Nullable Object nothing) {
        String characters = parser.getCharacters(tree);
        words(characters == null ? tree.toString() : characters);
        return null;
    }

    @Override
    public @Nullable Void visitLink(LinkTree tree, @Nullable Object nothing) {
        if (tree.getLabel().isEmpty()) {
            words(named(tree.getReference().getSignature()));
        } else {
            scan(tree.getLabel(), nothing);
        }
        return null;
    }

    @Override
    public @Nullable Void visitValue(ValueTree tree, @Nullable Object nothing) {
        words(
                tree.getReference() == null
                        ? "its value"
                        : named(tree.getReference().getSignature()));
        return null;
    }

    /**
     * Returns a reference as text, such as {@code relu()} for {@code #relu()} and {@code Value.relu()} for
     * {@code a.b.Value#relu()}.
     */
    private static String named(String signature) {
        return TypeNames.withoutPackages(signature.replaceFirst("^#", "").replace('#', '.'));
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Object nothing) {
        words("Returns ");
        scan(tree.getDescription(), nothing);
        words(".");
        return null;
    }

    @Override
    public @Nullable Void visitIndex(IndexTree tree, @Nullable Object nothing) {
        return scan(tree.getSearchTerm(), nothing);
    }

    @Override
    public @Nullable Void visitSystemProperty(SystemPropertyTree tree, @Nullable Object nothing) {
        words(tree.getPropertyName().toString());
        return null;
    }

    @Override
    public @Nullable Void visitUnknownInlineTag(UnknownInlineTagTree tree, @Nullable Object nothing) {
        return scan(tree.getContent(), nothing);
    }

    @Override
    public @Nullable Void visitErroneous(ErroneousTree tree, @Nullable Object nothing) {
        words(tree.getBody());
        return null;
    }

    @Override
    public @Nullable Void visitStartElement(StartElementTree tree, @Nullable Object nothing) {
        switch (tree.getName().toString().toLowerCase(Locale.ROOT)) {
            case "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "div", "dl" -> flow.paragraph();
            case "br", "tr", "dt" -> flow.newLine();
            case "td", "th" -> flow.words(" ");
            case "ul", "ol", "blockquote" -> flow.indent(2);
            case "dd" -> {
                flow.indent(2);
                flow.newLine();
            }
            case "li" -> flow.item("- ");
            case "sup" -> flow.words("^");
            case "pre" -> {
                flow.paragraph();
                verbatim = true;
            }
            default -> {}
        }
        return null;
    }

    @Override
    public @Nullable Void visitEndElement(EndElementTree tree, @Nullable Object nothing) {
        switch (tree.getName().toString().toLowerCase(Locale.ROOT)) {
            case "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "div", "dl" -> flow.paragraph();
            case "dd" -> {
                flow.newLine();
                flow.indent(-2);
            }
            case "ul", "ol", "blockquote" -> {
                flow.newLine();
                flow.indent(-2);
                flow.paragraph();
            }
            case "pre" -> {
                verbatim = false;
                flow.paragraph();
            }
            default -> {}
        }
        return null;
    }
}
