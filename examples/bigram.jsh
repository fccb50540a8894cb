// A bigram predicts each letter of a name from the letter before it. First, count which letter follows which.
Documents names = Documents.names().shuffled(new PythonRandom(42));
System.out.println(names);   // prints names: 8,403 documents, 26 letters
Bigram counted = Bigram.counted(names);
// The loss is how surprised the table is by each letter of a name, and by its end.
System.out.printf("anna: %.2f%n", counted.loss("anna").data);   // prints anna: 1.94
System.out.printf("xqzv: %.2f%n", counted.loss("xqzv").data);   // prints xqzv: 4.81
// Then learn the same table by gradient descent, one name at a time.
Bigram learned = new Bigram(new PythonRandom(42), names.tokenizer());
System.out.printf("before: %.2f%n", learned.loss("anna").data);   // prints before: 3.31
LanguageTrainer.train(learned, names, 1000);
System.out.printf("after: %.2f%n", learned.loss("anna").data);    // prints after: 1.87
// Let it write, with one letter after another drawn from its predictions.
PythonRandom random = new PythonRandom(1);
for (int i = 0; i < 3; i++) {
    System.out.println(learned.sample(random));
}
// prints a
// prints ma
// prints e
