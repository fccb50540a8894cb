package io.github.microgradj.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of signatures: which parameter an argument belongs to, and which part is shown when there is little room. */
class CallSignatureTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                Value pow(double exponent)         | 0 | 60 | Value pow([double exponent])
                Value pow(double exponent)         | 1 | 60 | Value pow(double exponent)
                List<T> nCopies(int n, T o)        | 1 | 60 | List<T> nCopies(int n, [T o])
                V put(Map<K, V> map, K key)        | 1 | 60 | V put(Map<K, V> map, [K key])
                new MLP(int nin, int... nouts)     | 3 | 60 | new MLP(int nin, [int... nouts])
                int length()                       | 0 | 60 | int length()
                Value pow(double exponent)         | 0 | 20 | Value pow(double ex\u2026
                List<T> nCopies(int n, T o)        | 0 | 22 | List<T> nCopies([int n]\u2026
                """)
    void marksTheParameter(String signature, int argument, int width, String row) {
        assertThat(CallSignature.of(signature).row(argument, width, dim -> dim, marked -> "[" + marked + "]"))
                .isEqualTo(row);
    }

    @ParameterizedTest
    @CsvSource({"Value pow(double exponent), 0, true", "Value pow(double exponent), 1, false", "int length(), 0, false"
    })
    void tellsWhetherThereIsOneAtAll(String signature, int argument, boolean takes) {
        assertThat(CallSignature.of(signature).takes(argument)).isEqualTo(takes);
    }
}
