package org.infostate.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.infostate.chart.Figure.Series;
import org.infostate.problem.ProblemException;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Charts on a machine without fonts: a virtual machine of its own that is shown none. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "fonts can be hidden from Java on Linux only")
class WithoutFontsTest {

  @Test
  void pagesStillGetTheirChartsAndPicturesSayWhatIsMissing(@TempDir Path folder) throws Exception {
    Path none = folder.resolve("fonts.conf");
    Files.writeString(none, "<fontconfig><cachedir>" + folder + "</cachedir></fontconfig>");
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-Duser.home=" + folder,
            "-Dfile.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            Drawn.class.getName());
    command.environment().put("FONTCONFIG_FILE", none.toString());
    Process process = command.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("svg svg FONTS_MISSING FONTS_MISSING", said.strip());
    assertEquals(0, process.waitFor());
  }

  /** What the other virtual machine runs. */
  static final class Drawn {

    private Drawn() {}

    public static void main(String[] args) {
      Figure figure =
          Figure.ofScores(
              "Arcadia",
              List.of("A", "B", "C"),
              "",
              List.of(new Series("2026", List.of(1.0, 2.0, 3.0))),
              Language.EN);
      System.out.println(
          RadarChart.svg(figure, 600, 500).substring(1, 4)
              + " "
              + BarChart.svg(figure, 600, 500).substring(1, 4)
              + " "
              + problem(() -> RadarChart.png(figure, 600, 500))
              + " "
              + problem(() -> BarChart.png(figure, 600, 500)));
    }

    private static String problem(Runnable drawing) {
      try {
        drawing.run();
        return "drawn";
      } catch (ProblemException e) {
        return e.first().kind().name();
      }
    }
  }
}
