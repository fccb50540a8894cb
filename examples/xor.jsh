// Exclusive or, which no straight line can tell apart: one hidden layer of tanh neurons can.
var data = Datasets.xor(4, 0.0, 1);
var options = TrainingOptions.defaults().withHidden(4).withActivation(Activation.TANH).withLoss(Loss.BCE)
        .withOptimizer("adam").withAlpha(0).withSteps(200);
var run = train(data, options);
System.out.println(run.last().accuracy());                 // prints 1.0
for (int i = 0; i < data.size(); i++) {
    int told = run.model().predictClass(data.inputs()[i]);
    if (told != data.labels()[i]) System.out.println("wrong at " + i);
}
