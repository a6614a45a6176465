package org.touchstone.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.task.LeaseDesk;

@PlatformTest
@Import(Workplace.class)
class ImagesTest {
  private static final List<ItemRow.Response> TWO = List.of(new ItemRow.Response("It rises.", null), new ItemRow.Response("It falls.", null));

  @Autowired Workplace workplace;
  @Autowired ImageDesk images;
  @Autowired ImportDesk items;
  @Autowired LeaseDesk leases;

  private Project project;
  private AccountId manager;

  @BeforeEach
  void aProject() {
    project = workplace.project(new Settings(1, 0, 30, Settings.Routing.OPEN));
    manager = workplace.somebody();
  }

  @Test
  void aPictureIsShownUnderALeaseOfItsItemAndByARandomNameOnly() throws IOException {
    assertThat(upload("chart gold.png", picture("png", 40, 30)).stored()).isEqualTo(1);
    assertThat(upload("other.jpg", picture("jpg", 8, 8)).stored()).isEqualTo(1);
    items.add(manager, project.id(), List.of(new ItemRow("1", "Read ![the chart](<image:chart gold.png>) well.", null, TWO, null, null, null)));
    var trainer = workplace.trainer(project.id());
    var lease = leases.next(project.id(), trainer).lease();
    var chart = images.of(project.id()).stream().filter(image -> image.name().equals("chart gold.png")).findFirst().orElseThrow();
    var other = images.of(project.id()).stream().filter(image -> image.name().equals("other.jpg")).findFirst().orElseThrow();
    assertThat(chart.width()).isEqualTo(40);
    assertThat(lease.item().prompt()).isEqualTo("Read ![the chart](image:" + chart.id() + ") well.");
    assertThat(chart.id().version()).as("tells no time").isEqualTo(4);
    assertThat(images.show(lease.id(), trainer, chart.id()).mediaType()).isEqualTo("image/png");
    assertThatThrownBy(() -> images.show(lease.id(), trainer, other.id())).as("not of this item").isInstanceOf(NotFound.class);
    var stranger = workplace.trainer(project.id());
    assertThatThrownBy(() -> images.show(lease.id(), stranger, chart.id())).as("not their lease").isInstanceOf(NotFound.class);
    var elsewhere = workplace.project(new Settings(1, 0, 30, Settings.Routing.OPEN));
    assertThatThrownBy(() -> images.show(elsewhere.id(), chart.id())).isInstanceOf(NotFound.class);
  }

  @Test
  void anItemWhosePictureNobodyUploadedIsNotTaken() {
    var row = new ItemRow("1", "See ![x](image:gone.png)", null, TWO, null, null, null);
    assertThatThrownBy(() -> items.add(manager, project.id(), List.of(row))).isInstanceOf(Invalid.class)
        .hasMessage("It shows the picture “gone.png”, which nobody uploaded: upload it first, on the page of imports.");
  }

  @Test
  void anArchiveBringsItsPicturesAndNamesWhatIsNone() throws IOException {
    var done = upload("all.zip", zip(Map.of(
        "a/one.png", picture("png", 4, 4), "two.gif", picture("gif", 5, 5), "evil.png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8), "__MACOSX/one.png", new byte[] {1}, ".hidden", new byte[] {1})));
    assertThat(done.stored()).isEqualTo(2);
    assertThat(done.refused()).containsExactly(new ImageDesk.Refusal("evil.png", "It is no PNG, JPEG, GIF or WebP picture, whatever its name says."));
    assertThat(images.of(project.id())).extracting(Image::name).containsExactlyInAnyOrder("one.png", "two.gif");
  }

  @Test
  void whatWouldHarmIsRefused() throws IOException {
    byte[] cut = java.util.Arrays.copyOf(picture("png", 4, 4), 20);
    assertThat(upload("cut.png", cut).refused()).extracting(ImageDesk.Refusal::message).containsExactly("It is damaged: it cannot be read as the picture it begins as.");
    byte[] huge = picture("png", 4, 4);
    huge[16] = 0x00; huge[17] = 0x00; huge[18] = 0x7F; huge[19] = (byte) 0xFF;
    huge[20] = 0x00; huge[21] = 0x00; huge[22] = 0x7F; huge[23] = (byte) 0xFF;
    assertThat(upload("huge.png", huge).refused()).singleElement().extracting(ImageDesk.Refusal::message).asString().contains("at most 40 million");
    assertThat(upload("big.png", new byte[ImageFile.LARGEST + 5]).refused()).extracting(ImageDesk.Refusal::message).containsExactly("It is larger than 5 MB; make it smaller.");
    assertThat(upload("../../x<y>.png", picture("png", 4, 4)).refused()).singleElement().extracting(ImageDesk.Refusal::message).asString().startsWith("The name takes letters");
    assertThat(upload("same.png", picture("png", 4, 4)).stored()).isEqualTo(1);
    assertThat(upload("same.png", picture("png", 4, 4)).stored()).as("the same again").isEqualTo(1);
    assertThat(upload("same.png", picture("png", 5, 5)).refused()).extracting(ImageDesk.Refusal::message)
        .containsExactly("Another picture has this name, and items may show it: give this one another name.");
  }

  @Test
  void theThreeShapesOfWebPAreMeasured() throws Exception {
    assertThat(ImageFile.of(webp("VP8X", 24, 9, 0, 0, 19, 0, 0))).isEqualTo(new ImageFile("image/webp", 10, 20));
    assertThat(ImageFile.of(webp("VP8 ", 26, 10, 0, 20, 0))).isEqualTo(new ImageFile("image/webp", 10, 20));
    assertThat(ImageFile.of(webp("VP8L", 21, 9, (19 & 3) << 6, 19 >> 2, 0))).isEqualTo(new ImageFile("image/webp", 10, 20));
  }

  private ImageDesk.Uploaded upload(String name, byte[] bytes) throws IOException {
    return images.upload(manager, project.id(), name, new ByteArrayInputStream(bytes));
  }

  private static byte[] webp(String shape, int at, int... bytes) {
    var file = new byte[40];
    System.arraycopy(("RIFF\0\0\0\0WEBP" + shape).getBytes(StandardCharsets.ISO_8859_1), 0, file, 0, 16);
    for (int i = 0; i < bytes.length; i++) file[at + i] = (byte) bytes[i];
    return file;
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }
}
