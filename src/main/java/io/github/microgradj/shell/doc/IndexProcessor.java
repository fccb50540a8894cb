package io.github.microgradj.shell.doc;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Writes what the public members of the library are documented with into {@link DocIndex}'s file, while the build compiles. */
@SupportedAnnotationTypes("*")
public final class IndexProcessor extends AbstractProcessor {
    private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+ ?");

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private final Map<String, String> entries = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        round.getRootElements().stream()
                .filter(each -> !each.toString().startsWith(DocIndex.SHELL))
                .forEach(this::add);
        if (round.processingOver()) {
            write();
        }
        return false;
    }

    private void add(Element element) {
        boolean ofInterface = element.getEnclosingElement().getKind().isInterface();
        if (!ofInterface && !element.getModifiers().contains(Modifier.PUBLIC)) {
            return;
        }
        String comment = processingEnv.getElementUtils().getDocComment(element);
        if (comment != null || !OF_EVERY_OBJECT.contains(element.getSimpleName().toString())) {
            entries.put(key(element), comment == null ? derived(element) : comment);
        }
        if (element instanceof TypeElement type) {
            type.getEnclosedElements().forEach(this::add);
        }
    }

    /** What a record says of a component is what there is to say of its accessor and constructor. */
    private String derived(Element element) {
        Element type = element.getEnclosingElement();
        if (type.getKind() != ElementKind.RECORD) {
            return "";
        }
        String comment = processingEnv.getElementUtils().getDocComment(type);
        int tags = comment == null ? -1 : comment.indexOf("@param");
        if (tags < 0) {
            return "";
        }
        if (element.getKind() == ElementKind.CONSTRUCTOR) {
            return comment.substring(tags);
        }
        Matcher parameter = Pattern.compile("@param " + element.getSimpleName() + "\\s+([^@]*(?:\\{@[^@]*)*)")
                .matcher(comment);
        return parameter.find() ? parameter.group(1) : "";
    }

    private String key(Element element) {
        if (element instanceof TypeElement type) {
            return type.getQualifiedName().toString();
        }
        String key = key(element.getEnclosingElement()) + "#" + element.getSimpleName();
        return element instanceof ExecutableElement method ? key + parameters(method) : key;
    }

    private String parameters(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter ->
                        processingEnv.getTypeUtils().erasure(parameter.asType()).toString())
                .map(type -> ANNOTATION.matcher(type).replaceAll(""))
                .collect(Collectors.joining(",", "(", ")"));
    }

    private void write() {
        try (Writer file = processingEnv
                        .getFiler()
                        .createResource(StandardLocation.CLASS_OUTPUT, DocIndex.class.getPackageName(), DocIndex.FILE)
                        .openWriter();
                PrintWriter out = new PrintWriter(file)) {
            entries.forEach((key, comment) -> out.print(DocIndex.line(key, comment)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
