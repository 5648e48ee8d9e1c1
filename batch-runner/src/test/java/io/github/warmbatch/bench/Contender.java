package io.github.warmbatch.bench;

/** Something that takes turns in a race. */
interface Contender {

  /** For the table. */
  String name();

  /** One turn: how many a second. */
  double perSecond(BenchServer server) throws Exception;
}
