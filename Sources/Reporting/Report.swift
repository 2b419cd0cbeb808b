public import Findings
public import Impact
import Mustache

/// A run as one page that needs nothing but a browser: no network, no scripts, no fonts.
public struct Report {
  let result: RunResult
  let language: ReportLanguage

  public init(_ result: RunResult, language: ReportLanguage) {
    self.result = result
    self.language = language
  }

  /// The page, which is also well-formed XML.
  ///
  /// - Throws: `Failure.defect` where a template or string table is broken.
  public func html() throws(Failure) -> String {
    let text = try ReportText(language)
    let library = try ReportTemplates.library.get()
    let model = ReportModel(
      result: result, text: text, numbers: language.numbers, book: try Phrasebook(language))
    var values = model.values
    values["language"] = language.rawValue
    values["css"] = ReportTemplates.css
    guard let html = library.render(values, withTemplate: "report") else {
      throw .defect("the report template is missing")
    }
    return html
  }
}

/// The templates that the binary carries.
enum ReportTemplates {
  static let css = String(decoding: PackageResources.report_css, as: UTF8.self)

  static let library: Result<MustacheLibrary, Failure> = {
    // Templates name this type, so it must be known before they are parsed.
    MustacheContentTypes.register(MarkupContentType(), named: MarkupContentType.name)
    var library = MustacheLibrary()
    let templates = [
      ("report", PackageResources.report_mustache), ("impact", PackageResources.impact_mustache),
      ("chart", PackageResources.chart_mustache), ("table", PackageResources.table_mustache),
    ]
    do {
      for (name, bytes) in templates {
        try library.register(String(decoding: bytes, as: UTF8.self), named: name)
      }
    } catch {
      return .failure(.defect("a report template cannot be parsed: \(error)"))
    }
    return .success(library)
  }()
}
