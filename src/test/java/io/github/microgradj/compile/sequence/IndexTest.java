package io.github.microgradj.compile.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.engine.Value;
import org.junit.jupiter.api.Test;

class IndexTest {
    private final Value[][] table = {{new Value(1), new Value(2)}, {new Value(3), new Value(4)}};

    @Test
    void selectsAValueOrARow() {
        assertThat(Index.of(1).select(table[0])).isSameAs(table[0][1]);
        assertThat(Index.of(1).select(table)).containsExactly(table[1]).isNotSameAs(table[1]);
        assertThat(Index.of(4, 7)).extracting(Index::number).containsExactly(4, 7);
    }

    @Test
    void rejectsAnIndexThatSelectsNothing() {
        assertThatThrownBy(() -> Index.of(2).select(table[0]))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("2 out of bounds for length 2");
        assertThatThrownBy(() -> Index.of(-1).select(table)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
