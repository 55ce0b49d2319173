#include "view/rich_text.hpp"

namespace tp {

namespace {

class RunReader {
 public:
  explicit RunReader(std::string_view text) : text_(text) {}

  std::vector<RichRun> read() {
    while (at_ < text_.size()) {
      if (take_story_link() || take_web_link() || take_emphasis()) continue;
      plain_ += text_[at_++];
    }
    flush();
    return std::move(runs_);
  }

 private:
  bool starts(std::string_view mark) const { return text_.substr(at_, mark.size()) == mark; }

  void flush() {
    if (!plain_.empty()) runs_.push_back({std::move(plain_), {}, strong_});
    plain_.clear();
  }

  void add_link(std::string_view words, std::string_view target, std::size_t next) {
    flush();
    runs_.push_back({std::string(words), std::string(target), strong_});
    at_ = next;
  }

  bool take_story_link() {
    if (!starts("[[")) return false;
    const std::size_t end = text_.find("]]", at_);
    if (end == std::string_view::npos) return false;
    const std::string_view inside = text_.substr(at_ + 2, end - at_ - 2);
    const std::size_t bar = inside.find('|');
    if (bar == std::string_view::npos) {
      add_link({}, inside, end + 2);
    } else {
      add_link(inside.substr(bar + 1), inside.substr(0, bar), end + 2);
    }
    return true;
  }

  bool take_web_link() {
    if (!starts("[")) return false;
    const std::size_t middle = text_.find("](", at_);
    if (middle == std::string_view::npos) return false;
    const std::size_t end = text_.find(')', middle);
    if (end == std::string_view::npos) return false;
    add_link(text_.substr(at_ + 1, middle - at_ - 1), text_.substr(middle + 2, end - middle - 2), end + 1);
    return true;
  }

  bool take_emphasis() {
    const std::string_view mark = starts("**") ? "**" : starts("*") ? "*" : "";
    if (mark.empty()) return false;
    // An opening mark needs its closing one, or it is a star.
    if (!strong_ && text_.find(mark, at_ + mark.size()) == std::string_view::npos) return false;
    flush();
    strong_ = !strong_;
    at_ += mark.size();
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string plain_;
  bool strong_ = false;
  std::vector<RichRun> runs_;
};

bool is_item(std::string_view line) {
  return line.starts_with("- ") || line.starts_with("* ");
}

}  // namespace

std::vector<RichBlock> read_rich_text(std::string_view text) {
  std::vector<RichBlock> blocks;
  std::string open;
  bool item = false;
  const auto finish = [&] {
    if (!open.empty()) blocks.push_back({item, RunReader(open).read()});
    open.clear();
    item = false;
  };
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
      finish();
      continue;
    }
    if (is_item(line)) {
      finish();
      item = true;
      line.remove_prefix(2);
    }
    if (!open.empty()) open += ' ';
    open += line;
  }
  finish();
  return blocks;
}

}  // namespace tp
