package io.github.microgradj.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Tests that documentation fits wide and narrow terminals. */
class TopicTest {
    private static final Topic TOPIC = new Topic(
            List.of(new Topic.TopicEntry("Value mean(Value[] predictions, double[] targets)", "The mean. @return it")),
            List.of(
                    new Topic.TopicEntry("double data", "The number."),
                    new Topic.TopicEntry("Value pow(double exponent)", "A power.")),
            "");

    @Test
    void namesAndSentencesStandSideBySide() {
        assertThat(TOPIC.text(80, UnaryOperator.identity())).isEqualTo("""
                Value mean(Value[] predictions, double[] targets)
                    The mean. @return it

                    double data                 The number.
                    Value pow(double exponent)  A power.""");
    }

    @Test
    void orBelowEachOtherWhereThereIsNoRoom() {
        assertThat(TOPIC.text(30, line -> "*" + line)).isEqualTo("""
                *Value mean(Value[]
                *predictions, double[] targets)
                    The mean. @return it

                    double data
                        The number.
                    Value pow(double exponent)
                        A power.""");
    }
}
