import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** The visitor pattern. */
public class Expressions
{
    interface Visitor<R>
    {
        R visitNumber(Number number);

        R visitBinary(Binary binary);

        R visitVariable(Variable variable);
    }

    static abstract class Expression
    {
        abstract <R> R accept(Visitor<R> visitor);

        @Override
        public final String toString()
        {
            return accept(new Printer());
        }
    }

    static class Number extends Expression
    {
        final double value;

        Number(double value)
        {
            this.value = value;
        }

        @Override
        <R> R accept(Visitor<R> visitor)
        {
            return visitor.visitNumber(this);
        }
    }

    static class Variable extends Expression
    {
        final String name;

        Variable(String name)
        {
            this.name = name;
        }

        @Override
        <R> R accept(Visitor<R> visitor)
        {
            return visitor.visitVariable(this);
        }
    }

    static class Binary extends Expression
    {
        final Operator operator;
        final Expression left;
        final Expression right;

        Binary(Operator operator, Expression left, Expression right)
        {
            this.operator = operator;
            this.left = left;
            this.right = right;
        }

        @Override
        <R> R accept(Visitor<R> visitor)
        {
            return visitor.visitBinary(this);
        }
    }

    enum Operator implements BinaryOperator<Double>
    {
        PLUS("+")
        {
            @Override
            public Double apply(Double a, Double b)
            {
                return a + b;
            }
        },
        TIMES("*")
        {
            @Override
            public Double apply(Double a, Double b)
            {
                return a * b;
            }
        };

        final String symbol;

        Operator(String symbol)
        {
            this.symbol = symbol;
        }
    }

    static class Printer implements Visitor<String>
    {
        @Override
        public String visitNumber(Number number)
        {
            return String.valueOf(number.value);
        }

        @Override
        public String visitVariable(Variable variable)
        {
            return variable.name;
        }

        @Override
        public String visitBinary(Binary binary)
        {
            return "(" + binary.left + " " + binary.operator.symbol + " " + binary.right + ")";
        }
    }

    static class Evaluator implements Visitor<Optional<Double>>
    {
        private final Map<String, Double> environment = new HashMap<>();

        Evaluator with(String name, double value)
        {
            environment.put(name, value);
            return this;
        }

        @Override
        public Optional<Double> visitNumber(Number number)
        {
            return Optional.of(number.value);
        }

        @Override
        public Optional<Double> visitVariable(Variable variable)
        {
            return Optional.ofNullable(environment.get(variable.name));
        }

        @Override
        public Optional<Double> visitBinary(Binary binary)
        {
            return binary.left.accept(this).flatMap(a -> binary.right.accept(this).map(b -> binary.operator.apply(a, b)));
        }
    }

    public static void main(String[] args)
    {
        Expression sum = new Binary(Operator.PLUS, new Number(2), new Binary(Operator.TIMES, new Variable("x"), new Number(3)));
        System.out.println(sum);
        if (sum.accept(new Evaluator()).isPresent())
        {
            System.out.println("has a value");
        }
        // x is not known
        else
        {
            System.out.println("has no value");
        }
        System.out.println(sum.accept(new Evaluator().with("x", 4)).get());
    }
}
