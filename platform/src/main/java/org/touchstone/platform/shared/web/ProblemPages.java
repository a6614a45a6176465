package org.touchstone.platform.shared.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.touchstone.platform.shared.NotFound;

/** The page behind the type of each problem: what happened, what to do, whom to ask. */
@RestController
@Hidden
class ProblemPages {
  private static final String PAGE = """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%s – Touchstone</title>
      <style>body{font:1.05rem/1.6 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}code{font-size:.95em}</style></head>
      <body><main>
      %s</main></body>
      </html>
      """;

  @GetMapping(value = "/problems/{slug:[a-z0-9-]+}", produces = MediaType.TEXT_HTML_VALUE)
  String page(@PathVariable String slug) throws IOException {
    try (InputStream page = ProblemPages.class.getResourceAsStream("/problems/" + slug + ".md")) {
      if (page == null) throw new NotFound("problem page");
      String markdown = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      String title = markdown.lines().findFirst().orElse(slug).replaceFirst("^# ", "");
      return PAGE.formatted(HtmlUtils.htmlEscape(title, "UTF-8"), html(markdown));
    }
  }

  /** Headings, lists, paragraphs and code words: all that these pages use. */
  static String html(String markdown) {
    var html = new StringBuilder();
    for (String block : markdown.strip().split("\\n\\s*\\n")) {
      String text = inline(block.strip());
      if (text.startsWith("# ")) html.append("<h1>").append(text.substring(2)).append("</h1>\n");
      else if (text.startsWith("## ")) html.append("<h2>").append(text.substring(3)).append("</h2>\n");
      else if (text.startsWith("- ")) {
        html.append("<ul>\n");
        for (String item : text.substring(2).split("\\n- ")) html.append("<li>").append(item).append("</li>\n");
        html.append("</ul>\n");
      } else html.append("<p>").append(text).append("</p>\n");
    }
    return html.toString();
  }

  private static String inline(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8").replaceAll("`([^`]+)`", "<code>$1</code>").replaceAll("\\*\\*([^*]+)\\*\\*", "<strong>$1</strong>");
  }
}
