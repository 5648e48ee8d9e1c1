package io.github.warmbatch.simulation;

import io.github.warmbatch.WorkerListener;
import io.github.warmbatch.checkpoint.Manifest;
import java.time.Duration;

/** Notes what a worker says; when it takes a file in hand, others may have their turn first. */
final class Witness implements WorkerListener {
  private final Trace trace;
  private final SimulatedProcess process;

  Witness(Trace trace, SimulatedProcess process) {
    this.trace = trace;
    this.process = process;
  }

  @Override
  public void processing(String path) {
    process.step();
    trace.add(process.name, "opens", path);
  }

  @Override
  public void absorbed(Manifest manifest) {
    trace.add(process.name, "absorbed", manifest.number());
  }

  @Override
  public void known(String path, long number) {
    trace.add(process.name, "knows " + path + " as", number);
  }

  @Override
  public void failed(String path, String reason, Duration pause) {
    trace.add(process.name, "failed", reason);
  }

  @Override
  public void dead(String path, String reason) {
    trace.add(process.name, "gives up", reason);
  }

  @Override
  public void warning(String message) {
    trace.add(process.name, "warns", message);
  }

  @Override
  public void drained() {
    trace.add(process.name, "says drained", null);
  }
}
