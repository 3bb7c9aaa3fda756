package dev.attune.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrSvgTest {

  private static final String TEXT = "https://rate.example/forms/eyJ6aXAiOiJERUYi";
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

  @Test
  void the_picture_has_every_dark_module_and_no_other() {
    QrCode code = QrCode.encodeText(TEXT, QrCode.Ecc.LOW);
    var dark = new boolean[code.size + 8][code.size + 8];

    for (MatchResult run : RUN.matcher(QrSvg.of(TEXT)).results().toList()) {
      int x = Integer.parseInt(run.group(1));
      int y = Integer.parseInt(run.group(2));
      for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
        dark[y][x + i] = true;
      }
    }

    for (int y = 0; y < dark.length; y++) {
      for (int x = 0; x < dark.length; x++) {
        assertThat(dark[y][x]).as("%d %d", x, y).isEqualTo(code.getModule(x - 4, y - 4));
      }
    }
  }

  @Test
  void the_picture_brings_its_own_light_ground_and_no_script() {
    assertThat(QrSvg.of(TEXT))
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 37 37\"")
        .contains("fill=\"#fff\" d=\"M0 0h37v37H0z\"")
        .doesNotContain("<script", "onload", "href");
  }
}
