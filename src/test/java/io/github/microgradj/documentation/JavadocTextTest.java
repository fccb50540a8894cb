package io.github.microgradj.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of the conversion of Javadoc to plain text that fits the terminal. */
class JavadocTextTest {
    @Test
    void paragraphsWrap() {
        assertThat(JavadocText.wrapped(
                        " The {@code mean}\n of <b>all</b> &lt;losses&gt;, see {@link a.b.Value#relu() it}.<p>\n Next.",
                        24))
                .isEqualTo("""
                        The mean of all
                        <losses>, see it.

                        Next.""");
    }

    @Test
    void linksAreNamedAsInCode() {
        assertThat(JavadocText.wrapped(
                        "{@link #relu()}, {@link java.util.List}, {@linkplain io.x.Value#data data}, {@link Op#of(java.lang.String)}",
                        80))
                .isEqualTo("relu(), List, data, Op.of(String)");
    }

    @Test
    void tagsAreATable() {
        assertThat(JavadocText.wrapped("""
                        Trains.

                         @param <T> anything
                         @param steps how many, from 1; each step sees all the samples there are
                         @return the run
                         @throws IllegalArgumentException if there are none
                         @see Value
                        """, 40)).isEqualTo("""
                        Trains.

                        <T>      anything
                        steps    how many, from 1; each step
                                 sees all the samples there are
                        returns  the run
                        throws   IllegalArgumentException if
                                 there are none""");
    }

    @Test
    void listsAndCodeKeepTheirShape() {
        assertThat(JavadocText.wrapped("""
                        Two:
                         <ul>
                           <li>the first, which is too long for one line
                           <li>the 2<sup>nd</sup>
                         </ul>
                         <pre>{@code
                         if (a < b) {
                             return;
                         }
                         }</pre>
                         The end.
                        """, 30)).isEqualTo("""
                        Two:
                        - the first, which is too long
                          for one line
                        - the 2^nd

                            if (a < b) {
                                return;
                            }

                        The end.""");
    }

    @Test
    void theSummaryIsOneSentence() {
        assertThat(JavadocText.summary("The {@code a} of\n it. And more.")).isEqualTo("The a of it.");
        assertThat(JavadocText.summary("@return the size")).isEqualTo("Returns the size.");
        assertThat(JavadocText.summary("{@return the size}")).isEqualTo("Returns the size.");
        assertThat(JavadocText.summary("")).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> noEntryShowsMarkup() {
        return DocIndex.keys().stream()
                .map(key -> DynamicTest.dynamicTest(key, () -> {
                    for (int width : new int[] {40, 100}) {
                        String text = JavadocText.wrapped(DocIndex.of(key).javadoc(), width);
                        assertThat(text)
                                .doesNotContainPattern("\\{@|\\{<|\\{$|</?(p|ul|li|pre|code|b|i|em)>|&\\w+;|(?m)^ *@");
                        assertThat(text.lines().filter(line -> line.contains(" ") && !line.startsWith("    ")))
                                .allMatch(line -> line.length() <= width);
                    }
                }));
    }
}
