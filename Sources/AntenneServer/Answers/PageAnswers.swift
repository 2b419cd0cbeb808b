import CLeaflet
import Foundation
import Hummingbird

/// The page and what it is made of. All of it is in the binary; of Leaflet that is so where it lay on
/// the machine that built it.
struct PageAnswers: Sendable {
  var leaflet: LeafletFiles

  var endpoints: [Endpoint] {
    let script = "text/javascript; charset=utf-8"
    let style = "text/css; charset=utf-8"
    let json = "application/json"
    let files: [(String, String, [UInt8])] = [
      ("/", "text/html; charset=utf-8", PackageResources.index_html),
      ("/page/page.css", style, PackageResources.page_css),
      ("/page/api.js", script, PackageResources.api_js),
      ("/page/charts.js", script, PackageResources.charts_js),
      ("/page/details.js", script, PackageResources.details_js),
      ("/page/dom.js", script, PackageResources.dom_js),
      ("/page/jobs.js", script, PackageResources.jobs_js),
      ("/page/lists.js", script, PackageResources.lists_js),
      ("/page/map.js", script, PackageResources.map_js),
      ("/page/moves.js", script, PackageResources.moves_js),
      ("/page/overview.js", script, PackageResources.overview_js),
      ("/page/page.js", script, PackageResources.page_js),
      ("/page/route.js", script, PackageResources.route_js),
      ("/page/text.js", script, PackageResources.text_js),
      ("/page/views.js", script, PackageResources.views_js),
      ("/page/text.en.json", json, PackageResources.text_en_json),
      ("/page/text.fr.json", json, PackageResources.text_fr_json),
      ("/page/text.nl.json", json, PackageResources.text_nl_json),
      ("/api/v1/openapi.json", json, PackageResources.openapi_json),
    ]
    return files.map { path, type, bytes in
      .get(path) { _, _ in .bytes(bytes, type: type) }
    } + [
      .get("/page/leaflet.js") { _, _ in try file(leaflet.script, script) },
      .get("/page/leaflet.css") { _, _ in try file(leaflet.style, style) },
    ]
  }

  private func file(_ bytes: [UInt8]?, _ type: String) throws(APIError) -> Response {
    guard let bytes else { throw .notFound("no_leaflet", LeafletFiles.remedy) }
    return .bytes(bytes, type: type)
  }
}

/// The map library, which is no part of this project.
struct LeafletFiles: Sendable {
  var script: [UInt8]?
  var style: [UInt8]?

  static let remedy =
    "the map needs Leaflet: install Debian's libjs-leaflet, or name a folder with leaflet.js and "
    + "leaflet.css (--leaflet)"

  /// From the folder that is named, else from the binary, else from where Debian puts it.
  init(folder: String?) {
    if folder == nil {
      script = Self.embedded(antenne_leaflet_script)
      style = Self.embedded(antenne_leaflet_style)
    }
    guard script == nil || style == nil else { return }
    let place = folder ?? "/usr/share/javascript/leaflet"
    script = Self.read(place + "/leaflet.js")
    style = Self.read(place + "/leaflet.css")
  }

  var isThere: Bool { script != nil && style != nil }

  private static func embedded(
    _ find: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?
  ) -> [UInt8]? {
    var count = 0
    return find(&count).map { Array(UnsafeBufferPointer(start: $0, count: count)) }
  }

  private static func read(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(fileURLWithPath: path))).map(Array.init)
  }
}
