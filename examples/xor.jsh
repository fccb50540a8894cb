// Exclusive or: no straight line separates the two classes, but a network with one hidden layer of tanh neurons does.
var data = Datasets.xor(4, 0.0, 1);
var options = TrainingOptions.defaults().withHidden(4).withActivation(Activation.TANH).withLoss(Loss.BCE);
options = options.withOptimizer("adam").withAlpha(0).withSteps(200);
var run = train(data, options);
System.out.println(run.last().score());                // prints 1.0
System.out.println(run.model().predictClass(1, 1));    // prints 0
System.out.println(run.model().predictClass(1, 0));    // prints 1
