package org.touchstone.platform.exchange.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.touchstone.platform.exchange.Image;
import org.touchstone.platform.exchange.ImageDesk;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;

/** Pictures of items over HTTP; to a trainer each goes by their own lease. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "items", description = "Items, their tasks and gold")
class ImageController {
  private final ImageDesk desk;
  private final Roles roles;

  ImageController(ImageDesk desk, Roles roles) {
    this.desk = desk;
    this.roles = roles;
  }

  @PostMapping(path = "/projects/{project}/images", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  ImageDesk.Uploaded uploadImages(Caller caller, @PathVariable ProjectId project, @RequestParam("file") MultipartFile file) throws IOException {
    roles.require(caller, project, Role.MANAGER);
    String name = file.getOriginalFilename();
    return desk.upload(caller.id(), project, name == null || name.isBlank() ? "image" : name, file.getInputStream());
  }

  @GetMapping("/projects/{project}/images")
  Page<Image> images(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD, Role.ENGINEER);
    return new Page<>(desk.of(project), null);
  }

  @GetMapping("/projects/{project}/images/{image}")
  ResponseEntity<byte[]> image(Caller caller, @PathVariable ProjectId project, @PathVariable UUID image) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD, Role.ENGINEER);
    return answer(desk.show(project, image));
  }

  @GetMapping("/leases/{lease}/images/{image}")
  ResponseEntity<byte[]> showUnderLease(Caller caller, @PathVariable LeaseId lease, @PathVariable UUID image) {
    return answer(desk.show(lease, caller.id(), image));
  }

  /** Never more than a picture, even where somebody opens it by itself. */
  private static ResponseEntity<byte[]> answer(ImageDesk.Shown image) {
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(image.mediaType()))
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .header("Content-Security-Policy", "default-src 'none'; sandbox").header("X-Content-Type-Options", "nosniff").body(image.bytes());
  }
}
