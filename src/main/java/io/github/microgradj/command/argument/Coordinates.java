package io.github.microgradj.command.argument;

import io.github.microgradj.command.UserError;
import io.github.microgradj.text.Repr;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A point on an axis or in a plane, given as an option value such as {@code 4} or {@code 4,-2}. */
public record Coordinates(double[] coordinates) {
    /** A converter from an option value to a point. */
    public static final class Converter implements ITypeConverter<Coordinates> {
        @Override
        public Coordinates convert(String text) {
            String[] parts = text.split(",", -1);
            if (parts.length > 2) {
                throw new TypeConversionException(
                        "'" + text + "' is not a point: expected one or two numbers, as in 3 or 4,-2");
            }
            double[] coordinates = new double[parts.length];
            for (int i = 0; i < parts.length; i++) {
                coordinates[i] = number(parts[i], text);
            }
            return new Coordinates(coordinates);
        }

        private static double number(String part, String text) {
            try {
                double number = Double.parseDouble(part.strip());
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // The error is reported below.
            }
            throw new TypeConversionException(
                    "'" + text + "' is not a point: expected one or two numbers, as in 3 or 4,-2");
        }
    }

    /**
     * Returns one coordinate for each variable of a function. If only one coordinate was given, it applies to all
     * variables.
     *
     * @throws UserError if there are more coordinates than variables
     */
    public double[] of(FunctionArgument function, String option) throws UserError {
        int variables = function.names().size();
        if (coordinates.length > variables) {
            throw new UserError(option + " takes one number for a function of one Value, got " + this);
        }
        double[] all = new double[variables];
        Arrays.fill(all, coordinates[0]);
        System.arraycopy(coordinates, 0, all, 0, coordinates.length);
        return all;
    }

    @Override
    public String toString() {
        return Arrays.stream(coordinates).mapToObj(Repr::of).collect(Collectors.joining(","));
    }
}
