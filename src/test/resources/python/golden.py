"""Writes the results that CPython gives the forms in forms.txt: python3 golden.py > golden.txt, in this folder."""
import contextlib
import io

for form in open("forms.txt").read().split("## ")[1:]:
    name, _, code = form.partition("\n")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code, {"__name__": "__main__"})
    print("## " + name)
    print(printed.getvalue(), end="")
