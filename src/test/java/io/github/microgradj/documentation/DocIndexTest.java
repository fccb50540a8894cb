package io.github.microgradj.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.train.TrainingStep;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of the index that the build writes. It must have everything that a user can call. */
class DocIndexTest {
    @Test
    void findsBySignature() throws ReflectiveOperationException {
        assertThat(DocIndex.of(Value.class).summary()).startsWith("A scalar that remembers");
        assertThat(DocIndex.of(Value.class.getMethod("pow", double.class)).summary())
                .contains("power");
        assertThat(DocIndex.of(Value.class.getField("grad")).summary()).contains("derivative");
        assertThat(DocIndex.of(String.class.getMethod("length"))).isEqualTo(DocIndex.Comment.NONE);
    }

    @Test
    void inheritsWhatIsNotSaidAgain() throws ReflectiveOperationException {
        assertThat(DocIndex.of(MLP.class.getMethod("zeroGrad")).summary()).isNotEmpty();
    }

    @Test
    void recordsSayWhatTheirComponentsAreOnce() throws ReflectiveOperationException {
        assertThat(DocIndex.of(TrainingStep.class.getMethod("step")).summary()).isEqualTo("the step, counted from 0");
    }

    @TestFactory
    Stream<DynamicTest> everythingPublicIsDocumented() {
        return new ClassFileImporter(List.of((ImportOption) location -> !location.contains("test-classes")))
                .importPackages("io.github.microgradj").stream()
                        .filter(type -> DocIndex.covers(type.getName()))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                                && type.getEnclosingClass()
                                        .map(outer -> outer.getModifiers().contains(JavaModifier.PUBLIC))
                                        .orElse(true))
                        .map(JavaClass::reflect)
                        .map(type -> DynamicTest.dynamicTest(type.getName(), () -> {
                            assertThat(DocIndex.of(type).summary()).isNotEmpty();
                            members(type).forEach(member -> assertThat(
                                            DocIndex.of(member).summary()
                                                    + DocIndex.of(member).javadoc())
                                    .as(DocIndex.key(type, member))
                                    .isNotEmpty());
                        }));
    }

    private static Stream<Member> members(Class<?> type) {
        return Stream.of(type.getDeclaredFields(), type.getDeclaredMethods(), type.getDeclaredConstructors())
                .<Member>flatMap(Stream::of)
                .filter(member -> Modifier.isPublic(member.getModifiers()) && !member.isSynthetic())
                .filter(member -> !Members.isOfEveryObject(member.getName()))
                .filter(member -> !(type.isEnum() && member.getName().startsWith("value")));
    }
}
