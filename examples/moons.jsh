// micrograd's demo.ipynb: two moons, an MLP with two hidden layers, hinge loss, 100 steps.
var run = train(Datasets.moons(100, 0.1, 1337));
System.out.println(run.model().parameters().size());      // prints 337
System.out.println(run.history().get(0));                 // prints step 0 loss 0.8958441028683222, accuracy 50.0%
System.out.printf("%.6f%n", run.last().loss());           // prints 0.010978
System.out.println(run.last().score());                   // prints 1.0
System.out.println(run.model().predictClass(0.0, 1.0));   // prints 0
System.out.println(run.model().predictClass(1.0, -0.5));  // prints 1
