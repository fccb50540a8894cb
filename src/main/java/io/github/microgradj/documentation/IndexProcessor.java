package io.github.microgradj.documentation;

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

/**
 * An annotation processor that writes the index for {@link DocIndex} during the build. The index contains the Javadoc
 * of the library's public members.
 */
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
                .filter(each -> each instanceof TypeElement && DocIndex.covers(each.toString()))
                .forEach(each -> add((TypeElement) each));
        if (round.processingOver()) {
            write();
        }
        return false;
    }

    private void add(TypeElement type) {
        if (!type.getModifiers().contains(Modifier.PUBLIC)) {
            return;
        }
        entries.put(type.getQualifiedName().toString(), comment(type));
        for (Element member : type.getEnclosedElements()) {
            if (member instanceof TypeElement nested) {
                add(nested);
            } else if (type.getKind().isInterface() || member.getModifiers().contains(Modifier.PUBLIC)) {
                add(type, member);
            }
        }
    }

    private void add(TypeElement type, Element member) {
        String comment = comment(member);
        String name = member.getSimpleName().toString();
        if (!comment.isEmpty() || !OF_EVERY_OBJECT.contains(name)) {
            String parameters = member instanceof ExecutableElement method ? parameters(method) : "";
            boolean ofRecord = comment.isEmpty() && type.getKind() == ElementKind.RECORD;
            entries.put(
                    type.getQualifiedName() + "#" + name + parameters,
                    ofRecord ? ofComponents(comment(type), member) : comment);
        }
    }

    private String comment(Element element) {
        String comment = processingEnv.getElementUtils().getDocComment(element);
        return comment == null ? "" : comment;
    }

    /** Returns the part of a record's comment that describes its constructor or the given accessor. */
    private static String ofComponents(String comment, Element member) {
        if (member.getKind() == ElementKind.CONSTRUCTOR) {
            return comment.substring(Math.max(0, comment.indexOf("@param")));
        }
        Matcher parameter = Pattern.compile("@param " + member.getSimpleName() + "\\s+((?:[^@]|(?<=\\{)@)*)")
                .matcher(comment);
        return parameter.find() ? parameter.group(1) : "";
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
