package io.github.microgradj.language.python;

import io.github.microgradj.language.python.syntax.Refusal;
import io.github.microgradj.language.python.syntax.Syntax;
import io.github.microgradj.language.python.syntax.Syntax.Expression;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The available Python modules, with the rules for what an import declares and which module a name refers to. */
final class Modules {
    /** The modules whose functions the library provides. */
    private static final Set<String> AVAILABLE = Set.of(
            "math",
            "random",
            "numpy",
            "numpy.random",
            "matplotlib.pyplot",
            "torch",
            "torch.nn",
            "sklearn.datasets",
            "time");
    /** The modules that are replaced by microgradj's own classes and functions. */
    private static final Set<String> OWN = Set.of("micrograd", "micrograd.engine", "micrograd.nn", "graphviz");

    /** The modules whose import has no effect, unless it imports an available submodule. */
    private static final Set<String> IGNORED = Set.of("__future__", "typing", "warnings", "matplotlib", "sklearn");
    /**
     * The usual names of modules. They are valid without an import, so that a cell copied from a notebook runs without
     * the notebook's imports.
     */
    private static final Map<String, String> USUAL = Map.of(
            "math",
            "math",
            "random",
            "random",
            "np",
            "numpy",
            "plt",
            "matplotlib.pyplot",
            "nn",
            "micrograd.nn",
            "engine",
            "micrograd.engine",
            "micrograd",
            "micrograd",
            "torch",
            "torch");

    private static final Set<String> CLASSES = Set.of("Value", "Neuron", "Layer", "MLP", "Module");

    private Modules() {}

    /** Records the name that an import declares. Refuses a module that is not available. */
    static void add(Syntax.Import statement, PythonNames names) {
        String module = statement.module();
        String whole = statement.name().isEmpty() ? module : module + "." + statement.name();
        boolean known = AVAILABLE.contains(module) || OWN.contains(module) || IGNORED.contains(module);
        if (!known) {
            throw new Refusal(
                    statement.span(),
                    "the module " + module + " is not available; the available modules are math, random, time, numpy, "
                            + "matplotlib.pyplot, torch, sklearn.datasets and micrograd");
        }
        if (module.startsWith("torch")) {
            names.note("torch: microgradj's own engine is used; it computes the same numbers as PyTorch");
        }
        if (IGNORED.contains(module) && !AVAILABLE.contains(whole)) {
            return;
        }
        if (statement.name().isEmpty()) {
            boolean dotted = module.contains(".") && !statement.as().equals(module);
            boolean first = dotted && module.startsWith(statement.as() + ".");
            names.addImport(statement.as(), first ? statement.as() : module);
        } else if (!CLASSES.contains(statement.name()) && !statement.name().equals("*")) {
            names.addImport(statement.as(), whole);
        }
    }

    /**
     * Returns the dotted name of the module, or of the attribute of a module, to which an expression refers; empty for
     * any other expression.
     */
    static Optional<String> named(Expression expression, NameScope scope) {
        if (expression instanceof Syntax.Attribute attribute) {
            return named(attribute.object(), scope)
                    .map(module -> module + "." + attribute.name())
                    .filter(whole -> isModule(parent(whole)));
        }
        if (!(expression instanceof Syntax.Name name) || scope.find(name.name()).isPresent()) {
            return Optional.empty();
        }
        Optional<String> imported = scope.names().imported(name.name());
        boolean taken = scope.names().variable(name.name()).isPresent()
                || scope.names().definition(name.name()).isPresent();
        return imported.isPresent() || taken ? imported : Optional.ofNullable(USUAL.get(name.name()));
    }

    static boolean isModule(String name) {
        return AVAILABLE.contains(name) || OWN.contains(name) || name.equals("matplotlib") || name.equals("sklearn");
    }

    /** Returns the Java expression for a module. */
    static String java(String module) {
        boolean inner = module.equals("numpy.random") || module.equals("torch.nn");
        return inner
                ? "Py.attr(" + java(parent(module)) + ", \"" + last(module) + "\")"
                : "PythonModules.named(\"" + module + "\")";
    }

    static String parent(String whole) {
        return whole.replaceFirst("\\.?[^.]*$", "");
    }

    static String last(String whole) {
        return whole.replaceFirst(".*\\.", "");
    }

    /** Returns the microgradj class to which a dotted name refers; empty if it refers to none. */
    static Optional<String> ownClass(String whole) {
        return Optional.of(last(whole)).filter(name -> OWN.contains(parent(whole)) && CLASSES.contains(name));
    }
}
