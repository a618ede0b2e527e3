package org.infostate.text;

/** An argument of a text that says itself in the language of the reader. */
public interface Phrase {
  String in(Language language);
}
