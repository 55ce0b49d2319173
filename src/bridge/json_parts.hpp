// How is a part of a card written as JSON? Inside the bridge only.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/card.hpp"
#include "story/model.hpp"

namespace tp {

using JsonOut = nlohmann::ordered_json;

JsonOut to_json(const Card& card, const Story& story);
JsonOut to_json(const CardSource& source, const Story& story);
JsonOut to_json(const CardLink& link, const Story& story);
JsonOut to_json(const CardChange& change, const Story& story);
JsonOut to_json(const CardView& view, const Story& story);
JsonOut to_json(const CardPhase& phase, const Story& story);
JsonOut to_json(const CardFigure& figure, const Story& story);

template <class T>
JsonOut to_json_list(const std::vector<T>& items, const Story& story) {
  JsonOut list = JsonOut::array();
  for (const T& item : items) list.push_back(to_json(item, story));
  return list;
}

// What stands in a command, kept sane: nothing, or of another type, is 0, false or empty.
double number_in(const JsonOut& json, const char* key, double otherwise = 0);  ///< always finite
bool truth_in(const JsonOut& json, const char* key);
std::string text_in(const JsonOut& json, const char* key);
std::vector<std::string> texts_in(const JsonOut& json, const char* key);  ///< what is no string is left out

/// The id of a thing, or null.
JsonOut id_or_null(Ref ref, const Story& story);
const char* status_word(Status status);
/// Compact text; bytes that are no UTF-8 are replaced, never thrown at.
std::string written(const JsonOut& json);

}  // namespace tp
