package io.github.warmbatch.queue;

/** A script in which nothing goes wrong changes nothing. */
class FaultsContractTest extends InMemoryJobQueueContractTest {
  private final Faults faults = new Faults();

  @Override
  public JobQueue connect(String workerId, Terms terms) {
    return faults.around(super.connect(workerId, terms));
  }
}
