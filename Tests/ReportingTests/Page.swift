import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page read by an XML parser, which stops at the first tag that is not closed.
final class Page: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// Names of the elements directly inside, in order.
    var children: [String] = []
  }

  private(set) var elements: [Element] = []
  private(set) var text = ""
  private(set) var isWellFormed = false
  private var open: [Int] = []

  init(_ html: String) {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    isWellFormed = parser.parse() && open.isEmpty
  }

  func named(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if let parent = open.last { elements[parent].children.append(name) }
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    _ = open.popLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
