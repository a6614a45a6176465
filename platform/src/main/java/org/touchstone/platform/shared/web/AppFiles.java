package org.touchstone.platform.shared.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the browser app: hashed files for a year, and its one page for every address the app itself routes. */
@Configuration(proxyBeanMethods = false)
class AppFiles implements WebMvcConfigurer {
  private static final String ROOT = "classpath:/static/";
  private static final List<String> NOT_THE_APP = List.of("api/", "actuator/", "problems/", "openapi", "error");

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/assets/**")
        .addResourceLocations(ROOT + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    // The files of a reproducible build all carry the same date, so only the content tells a new page from an old one.
    registry.addResourceHandler("/**")
        .addResourceLocations(ROOT)
        .setCacheControl(CacheControl.noCache())
        .setUseLastModified(false)
        .setEtagGenerator(AppFiles::etag)
        .resourceChain(true)
        .addResolver(new AppRoutes());
  }

  private static String etag(Resource resource) {
    try (InputStream content = resource.getInputStream()) {
      return "W/\"" + DigestUtils.md5DigestAsHex(content) + "\"";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class AppRoutes extends PathResourceResolver {
    @Override
    protected Resource getResource(String path, Resource location) throws IOException {
      Resource file = path.isEmpty() ? null : super.getResource(path, location);
      if (file != null) return file;
      boolean isFile = path.substring(path.lastIndexOf('/') + 1).contains(".");
      boolean isRoute = !isFile && NOT_THE_APP.stream().noneMatch(path::startsWith);
      return isRoute ? super.getResource("index.html", location) : null;
    }
  }
}
