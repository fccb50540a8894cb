package io.github.microgradj.snippet.runtime;

import io.github.microgradj.engine.Value;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A bytecode transformer that inserts calls to {@link StopCheck#check} at method entries and before backward branches.
 * It also replaces calls and references to some methods, such as {@code System.exit}, with calls and references to
 * methods of {@link StopCheck} and {@link ZeroGradGuard}. A check leaves the operand stack unchanged, and a replacement
 * has the same stack effect as the original method, so javac's stack frames and maximum stack sizes remain valid.
 */
public final class StopCheckWeaver extends ClassVisitor {
    private static final String STOP_CHECK = Type.getInternalName(StopCheck.class);
    private static final String RUNTIME = Type.getInternalName(Runtime.class);
    private static final String VALUE = Type.getInternalName(Value.class);

    /**
     * The replaced methods and their replacements. A replacement is a static method that takes the receiver, if any, as
     * its first parameter. The keys are handles rather than records, because linking a record's hash code would delay
     * the first snippet by milliseconds.
     */
    private static final Map<Handle, Handle> STAND_INS = Map.of(
            method(Type.getInternalName(System.class), "exit", "(I)V"),
            method(STOP_CHECK, "exit", "(I)V"),
            method(RUNTIME, "exit", "(I)V"),
            method(STOP_CHECK, "exit", "(L" + RUNTIME + ";I)V"),
            method(RUNTIME, "halt", "(I)V"),
            method(STOP_CHECK, "exit", "(L" + RUNTIME + ";I)V"),
            method(VALUE, "backward", "()V"),
            method(Type.getInternalName(ZeroGradGuard.class), "backward", "(L" + VALUE + ";)V"));

    private StopCheckWeaver(ClassWriter writer) {
        super(Opcodes.ASM9, writer);
    }

    private static Handle method(String owner, String name, String descriptor) {
        return new Handle(Opcodes.H_INVOKESTATIC, owner, name, descriptor, false);
    }

    /** Returns the class file with checks and replacements inserted. */
    public static byte[] weave(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new StopCheckWeaver(writer), 0);
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return new Checks(super.visitMethod(access, name, descriptor, signature, exceptions));
    }

    private static final class Checks extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        Checks(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        private void check() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, STOP_CHECK, "check", "()V", false);
        }

        private void checkIfBackward(Label... targets) {
            if (Arrays.stream(targets).anyMatch(passed::contains)) {
                check();
            }
        }

        @Override
        public void visitCode() {
            super.visitCode();
            check();
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            checkIfBackward(label);
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
            checkIfBackward(labels);
            checkIfBackward(otherwise);
            super.visitTableSwitchInsn(min, max, otherwise, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
            checkIfBackward(labels);
            checkIfBackward(otherwise);
            super.visitLookupSwitchInsn(otherwise, keys, labels);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            Handle other = STAND_INS.get(method(owner, name, descriptor));
            if (other == null) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            } else {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, other.getOwner(), other.getName(), other.getDesc(), false);
            }
        }

        /** Rewrites a method reference, such as {@code System::exit}. */
        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] woven = Stream.of(arguments)
                    .map(argument -> argument instanceof Handle handle ? woven(handle) : argument)
                    .toArray();
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, woven);
        }

        private static Handle woven(Handle handle) {
            return STAND_INS.getOrDefault(method(handle.getOwner(), handle.getName(), handle.getDesc()), handle);
        }
    }
}
