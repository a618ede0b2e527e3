package org.infostate.xlsform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.LargeForm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to make and to read the workbook of a long form. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class XlsFormBenchmark {

  private final Form form = Form.read(Map.of("form.yaml", LargeForm.yaml(2_000)));
  private byte[] workbook;

  @Setup
  public void write() throws IOException {
    workbook = write2000Questions();
  }

  @Benchmark
  public byte[] write2000Questions() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XlsForm.write(form, out);
    return out.toByteArray();
  }

  /** The check of the form is part of it. */
  @Benchmark
  public XlsForm.Read readAndCheck2000Questions() {
    return XlsForm.read(workbook, "large.xlsx");
  }
}
