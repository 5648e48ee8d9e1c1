package io.github.warmbatch.weka;

/** How the values of a text column, numbered as they are met, come to a classifier. */
enum TextCoding {
  /** One nominal attribute. */
  NOMINAL,
  /** An attribute for each value, 1 where it is the row's and 0 elsewhere. */
  INDICATORS
}
