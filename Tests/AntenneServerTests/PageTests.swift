import AntenneServer
import Foundation
import TestSupport
import Testing

/// The page as it is sent; what it does is looked at in a browser (`Tests/browser`).
struct PageTests {
  private static let files = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/AntenneServer/PageFiles")

  private static func sources() throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: files.path).sorted().map {
      ($0, try String(contentsOf: files.appendingPathComponent($0), encoding: .utf8))
    }
  }

  @Test func allFilesOfThePageAreServedWithTheirTypesAndAPolicy() async throws {
    let server = try await RunningServer()
    let page = try await server.client.get("/")
    #expect(page.headers["content-type"] == "text/html; charset=utf-8")
    let types = ["js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"]
    for (name, text) in try Self.sources() where name != "index.html" && name != "openapi.json" {
      let answer = try await server.client.get("/page/\(name)")
      #expect(answer.text == text, "\(name)")
      let ending = String(name.split(separator: ".").last ?? "")
      #expect(answer.headers["content-type"] == types[ending] ?? "application/json")
    }
    for path in ["/", "/page/page.js", "/api/v1/runs", "/nothing"] {
      let headers = try await server.client.get(path).headers
      let policy = try #require(headers["content-security-policy"])
      #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self';"))
      #expect(!policy.contains("unsafe"))
      #expect(headers["x-content-type-options"] == "nosniff")
      #expect(headers["x-frame-options"] == "DENY")
      #expect(headers["access-control-allow-origin"] == nil)
    }
  }

  @Test func noScriptOfThePageReadsDataAsMarkup() throws {
    let banned = [
      "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(",
      "srcdoc", "javascript:", "DOMParser", "createContextualFragment",
    ]
    for (name, text) in try Self.sources() where name.hasSuffix(".js") {
      for word in banned { #expect(!text.contains(word), "\(name) uses \(word)") }
    }
    // No inline script, style or listener either: the policy would stop them.
    let page = try String(
      contentsOf: Self.files.appendingPathComponent("index.html"), encoding: .utf8)
    #expect(page.firstMatch(of: /\son\w+=|\sstyle=|<style|<script>/) == nil)
  }

  @Test func thePageSpeaksThreeLanguagesWithTheSameTexts() throws {
    let sources = try Self.sources()
    func texts(_ language: String) throws -> [String: String] {
      let text = try #require(sources.first { $0.name == "text.\(language).json" }?.text)
      return try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    }
    let english = try texts("en")
    for language in ["nl", "fr"] {
      let other = try texts(language)
      #expect(Set(other.keys) == Set(english.keys))
      for (key, text) in english {
        func places(_ text: String?) -> [String] {
          (text ?? "").matches(of: /\{\w+\}/).map { String($0.output) }.sorted()
        }
        #expect(places(other[key]) == places(text), "\(language): \(key)")
      }
    }
    let code = sources.filter { $0.name.hasSuffix("js") || $0.name.hasSuffix("html") }
    let used = code.flatMap { file in
      file.text.matches(of: /(?:\bt\(|data-text=|data-label=)"([\w-]+)"/).map {
        String($0.output.1)
      }
    }
    #expect(used.count > 80)
    for key in used { #expect(english[key] != nil, "no text for \(key)") }
  }

  @Test func leafletComesFromTheFolderThatIsNamed() async throws {
    let folder = try TemporaryFolder(["leaflet.js": "// mine", "leaflet.css": "/* mine */"])
    let server = try await RunningServer { $0.leafletFolder = folder.path }
    #expect(server.server.notes.isEmpty)
    #expect(try await server.client.get("/page/leaflet.js").text == "// mine")
    #expect(try await server.client.get("/page/leaflet.css").text == "/* mine */")
  }

  @Test func withoutLeafletTheServerSaysWhatToInstallAndGoesOn() async throws {
    let empty = try TemporaryFolder()
    let server = try await RunningServer.withRuns { $0.leafletFolder = empty.path }
    #expect(server.server.notes.contains { $0.contains("libjs-leaflet") })
    let answer = try await server.client.get("/page/leaflet.js")
    #expect(answer.code == "no_leaflet")
    #expect(answer.text.contains("libjs-leaflet"))
    #expect(try await server.client.get("/api/v1/runs").status == 200)
    let service = try await server.client.get("/api/v1/service").json()
    #expect(service["hasMap"] as? Bool == false)
  }

  @Test func namesInDataStayText() async throws {
    let server = try await RunningServer.withRuns([
      "x/results.json": StoredRun.json(name: StoredRun.hostile, siteName: StoredRun.hostile)
    ])
    for path in ["/runs", "/runs/x", "/runs/x/places", "/runs/x/sites/s1"] {
      let answer = try await server.client.get("/api/v1" + path)
      #expect(answer.headers["content-type"] == "application/json")
      #expect(answer.text.contains(StoredRun.hostile))
    }
    let report = try await server.client.get("/api/v1/runs/x/report")
    #expect(!report.text.contains("<script"))
    #expect(report.text.contains("&lt;script&gt;alert(1)"))
  }
}
