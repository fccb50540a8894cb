package io.github.microgradj.compile;

import io.github.microgradj.compile.Node.Kind;
import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A generator of bytecode for a graph, with one line of code per node in each direction, forward and backward. The code
 * calls the formulas of the operations ({@link Op}). The operations are constants of the generated class, so that
 * HotSpot inlines their formulas. The code of a small graph keeps the numbers in local variables. The code of a large
 * graph keeps them in arrays and is split into several methods, because HotSpot does not compile huge methods.
 */
final class BytecodeGenerator {
    /** The maximum number of nodes in a graph. */
    static final int LIMIT = 20_000;
    /** The number of lines per method of a large graph. A graph of up to twice as many nodes counts as small. */
    private static final int CHUNK = 60;

    private static final String OBJECT = "java/lang/Object";
    private static final String SELF = Type.getInternalName(BytecodeGenerator.class);
    private static final String NAME = SELF + "Code";
    private static final String VALUE = Type.getInternalName(Value.class);
    private static final String LOOKUP_CLASS = Type.getInternalName(MethodHandles.class);
    private static final String OP = Type.getDescriptor(Op.class);
    private static final String OP_CLASS = Type.getInternalName(Op.class);
    private static final String FORWARD = Type.getInternalName(Op.Forward.class);
    private static final String PARTIAL = Type.getInternalName(Op.Partial.class);
    private static final String ARGUMENTS = "([L" + VALUE + ";[D[D)";

    /**
     * The indices of a method's local variables: first {@code this}, then the arguments, then the numbers of a small
     * graph.
     */
    private static final int VARIABLES = 1;

    private static final int VALUES = 2;
    private static final int GRADS = 3;
    private static final int FIRST_LOCAL = 4;

    private final List<Node> nodes;
    private final List<Op> ops;
    private final boolean small;
    private final boolean[] requiresGrad;
    private final boolean[] accumulated;
    private final ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    /** The code of a graph. The arrays have room for one number per node. */
    interface Code {
        /** Returns the value of the root. */
        double value(Value[] variables, double[] values, double[] grads);

        /** Returns the value of the root and sets the gradients of the variables. */
        double gradients(Value[] variables, double[] values, double[] grads);
    }

    /** A function that writes the code for one node. */
    private interface Line {
        void write(MethodVisitor code, int place);
    }

    private BytecodeGenerator(List<Node> nodes) {
        this.nodes = nodes;
        ops = nodes.stream().map(Node::op).filter(Objects::nonNull).distinct().toList();
        small = nodes.size() <= 2 * CHUNK;
        requiresGrad = new boolean[nodes.size()];
        accumulated = new boolean[nodes.size()];
        for (int i = 0; i < requiresGrad.length; i++) {
            Node node = nodes.get(i);
            requiresGrad[i] = node.kind() == Kind.PARAMETER
                    || (node.left() >= 0 && requiresGrad[node.left()])
                    || (node.right() >= 0 && requiresGrad[node.right()]);
        }
    }

    /** Returns the code of a graph. The last node is the root, and the parameters among the nodes are the variables. */
    static Code compile(List<Node> nodes) {
        return new BytecodeGenerator(nodes).compile();
    }

    private Code compile() {
        type.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, OBJECT, new String[] {
            Type.getInternalName(Code.class)
        });
        defineOps();
        defineConstructor();
        List<Consumer<MethodVisitor>> lines = new ArrayList<>(lines(Kind.PARAMETER, this::read));
        lines.addAll(lines(Kind.OPERATION, this::forward));
        define("value", lines);
        List<Consumer<MethodVisitor>> back = lines(Kind.OPERATION, this::backward);
        Collections.reverse(back);
        lines.addAll(back);
        lines.addAll(lines(Kind.PARAMETER, this::write));
        define("gradients", lines);
        type.visitEnd();
        try {
            return MethodHandles.lookup()
                    .defineHiddenClassWithClassData(type.toByteArray(), ops, true)
                    .lookupClass()
                    .asSubclass(Code.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Consumer<MethodVisitor>> lines(Kind kind, Line line) {
        return IntStream.range(0, nodes.size())
                .filter(place -> nodes.get(place).kind() == kind)
                .<Consumer<MethodVisitor>>mapToObj(place -> code -> line.write(code, place))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Writes the class initializer, which loads each operation from the class data into a constant. */
    private void defineOps() {
        MethodVisitor code = type.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        for (int i = 0; i < ops.size(); i++) {
            type.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "OP" + i, OP, null, null);
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC, LOOKUP_CLASS, "lookup", "()L" + LOOKUP_CLASS + "$Lookup;", false);
            code.visitLdcInsn(i);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, SELF, "op", "(L" + LOOKUP_CLASS + "$Lookup;I)" + OP, false);
            code.visitFieldInsn(Opcodes.PUTSTATIC, NAME, "OP" + i, OP);
        }
        finish(code, Opcodes.RETURN);
    }

    /** Returns the operation with the given number. The generated class calls this method. */
    @SuppressWarnings("unused")
    static Op op(MethodHandles.Lookup generated, int number) throws IllegalAccessException {
        return (Op) MethodHandles.classData(generated, ConstantDescs.DEFAULT_NAME, List.class)
                .get(number);
    }

    private void defineConstructor() {
        MethodVisitor code = type.visitMethod(0, "<init>", "()V", null, null);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        finish(code, Opcodes.RETURN);
    }

    /** Defines a method of the interface. The method contains all lines or calls the methods that contain them. */
    private void define(String name, List<Consumer<MethodVisitor>> lines) {
        MethodVisitor method = type.visitMethod(Opcodes.ACC_PUBLIC, name, ARGUMENTS + "D", null, null);
        if (small) {
            lines.forEach(line -> line.accept(method));
        } else {
            for (int from = 0; from < lines.size(); from += CHUNK) {
                String chunk = name + from / CHUNK;
                defineChunk(chunk, lines.subList(from, Math.min(lines.size(), from + CHUNK)));
                IntStream.rangeClosed(0, GRADS).forEach(i -> method.visitVarInsn(Opcodes.ALOAD, i));
                method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, NAME, chunk, ARGUMENTS + "V", false);
            }
        }
        load(method, VALUES, nodes.size() - 1);
        finish(method, Opcodes.DRETURN);
    }

    private void defineChunk(String name, List<Consumer<MethodVisitor>> lines) {
        MethodVisitor method = type.visitMethod(Opcodes.ACC_FINAL, name, ARGUMENTS + "V", null, null);
        lines.forEach(line -> line.accept(method));
        finish(method, Opcodes.RETURN);
    }

    private static void finish(MethodVisitor method, int returning) {
        method.visitInsn(returning);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /** Writes {@code values[i] = variables[k].data;}. */
    private void read(MethodVisitor code, int place) {
        beforeStore(code, VALUES, place);
        variable(code, place);
        code.visitFieldInsn(Opcodes.GETFIELD, VALUE, "data", "D");
        store(code, VALUES, place);
    }

    /** Writes {@code variables[k].grad = grads[i];}. */
    private void write(MethodVisitor code, int place) {
        variable(code, place);
        load(code, GRADS, place);
        code.visitFieldInsn(Opcodes.PUTFIELD, VALUE, "grad", "D");
    }

    private void variable(MethodVisitor code, int place) {
        code.visitVarInsn(Opcodes.ALOAD, VARIABLES);
        code.visitLdcInsn(nodes.get(place).index());
        code.visitInsn(Opcodes.AALOAD);
    }

    /** Writes {@code values[i] = OP.forward().apply(a, b);}. */
    private void forward(MethodVisitor code, int place) {
        Node node = nodes.get(place);
        beforeStore(code, VALUES, place);
        formula(code, node, "forward", FORWARD);
        operands(code, node);
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, FORWARD, "apply", "(DD)D", true);
        store(code, VALUES, place);
    }

    private void backward(MethodVisitor code, int place) {
        Node node = nodes.get(place);
        if (place == nodes.size() - 1) {
            beforeStore(code, GRADS, place);
            code.visitInsn(Opcodes.DCONST_1);
            store(code, GRADS, place);
        }
        passOn(code, place, node.left(), "da");
        passOn(code, place, node.right(), "db");
    }

    /**
     * Writes {@code grads[operand] += OP.da().apply(a, b, y) * grads[i];}, or {@code =} for the first contribution.
     */
    private void passOn(MethodVisitor code, int place, int operand, String partial) {
        if (operand < 0 || !requiresGrad[operand]) {
            return;
        }
        beforeStore(code, GRADS, operand);
        if (accumulated[operand]) {
            load(code, GRADS, operand);
        }
        Node node = nodes.get(place);
        double sign =
                PartialOperands.constantPartial(Objects.requireNonNull(node.op()), node.number(), partial.equals("da"));
        if (Math.abs(sign) == 1) {
            load(code, GRADS, place);
            if (sign < 0) {
                code.visitInsn(Opcodes.DNEG);
            }
        } else {
            formula(code, nodes.get(place), partial, PARTIAL);
            operands(code, nodes.get(place));
            load(code, VALUES, place);
            code.visitMethodInsn(Opcodes.INVOKEINTERFACE, PARTIAL, "apply", "(DDD)D", true);
            load(code, GRADS, place);
            code.visitInsn(Opcodes.DMUL);
        }
        if (accumulated[operand]) {
            code.visitInsn(Opcodes.DADD);
        }
        store(code, GRADS, operand);
        accumulated[operand] = true;
    }

    private void formula(MethodVisitor code, Node node, String name, String kind) {
        code.visitFieldInsn(Opcodes.GETSTATIC, NAME, "OP" + ops.indexOf(node.op()), OP);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, OP_CLASS, name, "()L" + kind + ";", false);
    }

    private void operands(MethodVisitor code, Node node) {
        load(code, VALUES, node.left());
        if (node.right() < 0) {
            code.visitLdcInsn(node.number());
        } else {
            load(code, VALUES, node.right());
        }
    }

    private void load(MethodVisitor code, int array, int place) {
        if (array == VALUES && nodes.get(place).kind() == Kind.CONSTANT) {
            code.visitLdcInsn(nodes.get(place).number());
        } else if (small) {
            code.visitVarInsn(Opcodes.DLOAD, local(array, place));
        } else {
            beforeStore(code, array, place);
            code.visitInsn(Opcodes.DALOAD);
        }
    }

    private void beforeStore(MethodVisitor code, int array, int place) {
        if (!small) {
            code.visitVarInsn(Opcodes.ALOAD, array);
            code.visitLdcInsn(place);
        }
    }

    private void store(MethodVisitor code, int array, int place) {
        if (small) {
            code.visitVarInsn(Opcodes.DSTORE, local(array, place));
        } else {
            code.visitInsn(Opcodes.DASTORE);
        }
    }

    private int local(int array, int place) {
        return FIRST_LOCAL + 2 * (array == VALUES ? place : nodes.size() + place);
    }
}
