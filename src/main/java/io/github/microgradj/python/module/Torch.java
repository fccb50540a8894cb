package io.github.microgradj.python.module;

import io.github.microgradj.engine.Value;
import io.github.microgradj.python.Py;
import io.github.microgradj.python.PythonModule;
import io.github.microgradj.python.value.Arguments;
import io.github.microgradj.python.value.Operator;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonFunction;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.PythonObject;
import io.github.microgradj.python.value.Sequences;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The module {@code torch}, with tensors of one number only. The engine computes the same numbers as PyTorch. */
final class Torch {
    private static final Map<String, UnaryOperator<Value>> FUNCTIONS = Map.of(
            "tanh", Value::tanh,
            "exp", Value::exp,
            "log", Value::log,
            "sqrt", Value::sqrt,
            "sin", Value::sin,
            "cos", Value::cos,
            "abs", Value::abs,
            "relu", Value::relu,
            "sigmoid", Value::sigmoid);

    private Torch() {}

    static PythonModule create() {
        PythonModule torch = new PythonModule("torch")
                .function("Tensor", "data", a -> tensor(a.required("data"), false))
                .function("tensor", "data *dtype *requires_grad", Torch::tensor)
                .with("double", "torch.float64")
                .with("float64", "torch.float64");
        FUNCTIONS.forEach((name, function) -> torch.function(
                name, "input", a -> ScalarTensor.of(a.required("input")).map(function)));
        return torch;
    }

    private static Object tensor(Arguments arguments) {
        return tensor(arguments.required("data"), Py.truth(arguments.get("requires_grad", false)));
    }

    private static ScalarTensor tensor(@Nullable Object data, boolean tracked) {
        boolean list = Sequences.plain(data) instanceof List;
        List<@Nullable Object> elements = list ? Sequences.list(data) : Py.list(data);
        if (elements.size() != 1) {
            throw PythonError.value("only tensors with one number are supported, got %d numbers", elements.size());
        }
        return new ScalarTensor(new Value(PythonNumbers.real(elements.get(0))), list, tracked);
    }

    /** A tensor of one number, held by a Value. */
    private static final class ScalarTensor implements PythonObject {
        private final Value value;
        private final boolean list;
        private boolean tracked;

        ScalarTensor(Value value, boolean list, boolean tracked) {
            this.value = value;
            this.list = list;
            this.tracked = tracked;
        }

        static ScalarTensor of(@Nullable Object object) {
            return object instanceof ScalarTensor tensor
                    ? tensor
                    : new ScalarTensor(new Value(PythonNumbers.real(object)), false, false);
        }

        ScalarTensor map(UnaryOperator<Value> function) {
            return new ScalarTensor(function.apply(value), list, tracked);
        }

        @Override
        public String typeName() {
            return "Tensor";
        }

        @Override
        public @Nullable Object attribute(String name) {
            if (FUNCTIONS.containsKey(name)) {
                return (PythonFunction) arguments -> map(FUNCTIONS.getOrDefault(name, UnaryOperator.identity()));
            }
            return switch (name) {
                case "data" -> new ScalarTensor(new Value(value.data), list, false);
                case "grad" -> tracked ? new ScalarTensor(new Value(value.grad), list, false) : null;
                case "requires_grad" -> tracked;
                case "double", "float" -> (PythonFunction) arguments -> this;
                case "item" -> (PythonFunction) arguments -> value.data;
                case "detach" -> (PythonFunction) arguments -> new ScalarTensor(new Value(value.data), list, false);
                case "backward" -> (PythonFunction) arguments -> backward();
                default -> throw PythonError.attribute("Tensor", name);
            };
        }

        private @Nullable Object backward() {
            if (!tracked) {
                throw new PythonError(
                        "RuntimeError", "element 0 of tensors does not require grad and does not have a grad_fn");
            }
            value.backward();
            return null;
        }

        @Override
        public void setAttribute(String name, @Nullable Object assigned) {
            switch (name) {
                case "requires_grad" -> tracked = Py.truth(assigned);
                case "data" -> value.data = of(assigned).value.data;
                case "grad" -> value.grad = assigned == null ? 0 : of(assigned).value.data;
                default -> throw PythonError.attribute("Tensor", name);
            }
        }

        @Override
        public @Nullable Object binary(Operator operator, @Nullable Object other, boolean reflected) {
            if (!(other instanceof ScalarTensor) && PythonNumbers.plain(other) == null) {
                return null;
            }
            ScalarTensor right = of(other);
            Object a = reflected ? right.value : value;
            Object b = reflected ? value : other instanceof ScalarTensor ? right.value : other;
            return Py.binary(operator.symbol(), a, b) instanceof Value result
                    ? new ScalarTensor(result, list || right.list, tracked || right.tracked)
                    : null;
        }

        @Override
        public Object unary(String operator) {
            return operator.equals("-") ? map(Value::neg) : operator.equals("abs") ? map(Value::abs) : this;
        }

        @Override
        public boolean truth() {
            return value.data != 0;
        }

        @Override
        public String repr() {
            boolean whole = value.data == Math.rint(value.data) && Math.abs(value.data) < 1e8;
            String number = whole ? Py.format(value.data, ".0f") + "." : Py.format(value.data, ".4f");
            return "tensor(" + (list ? "[" + number + "]" : number) + ", dtype=torch.float64"
                    + (tracked ? value.op() == null ? ", requires_grad=True" : ", grad_fn=<" + value.op() + ">" : "")
                    + ")";
        }
    }
}
