package io.github.microgradj.shell.snippet;

import io.github.microgradj.engine.Value;
import io.github.microgradj.shell.tutor.ZeroGradGuard;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Inserts calls of {@link StopCheck#check} at method entries and before backward branches, and turns {@code System.exit} into
 * {@link StopCheck#exit} and {@link Value#backward} into {@link ZeroGradGuard#backward}. The calls take and leave nothing on the stack, so frames and stack sizes stay as javac wrote them.
 */
final class StopCheckWeaver extends ClassVisitor {
    private static final String STOP_CHECK = Type.getInternalName(StopCheck.class);
    private static final String VALUE = Type.getInternalName(Value.class);
    private static final String GUARD = Type.getInternalName(ZeroGradGuard.class);

    private StopCheckWeaver(ClassWriter writer) {
        super(Opcodes.ASM9, writer);
    }

    static byte[] weave(byte[] classFile) {
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
            if (owner.equals("java/lang/System") && name.equals("exit")) {
                super.visitMethodInsn(opcode, STOP_CHECK, name, descriptor, isInterface);
            } else if (owner.equals(VALUE) && name.equals("backward")) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, GUARD, name, "(L" + VALUE + ";)V", false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }
    }
}
