// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jsonplace.h"

#include "scenario/jsonfields.h"

namespace plumb::models {

namespace {

/// Walks over a JSON text and remembers the innermost value that holds the position.
class Walker
{
public:
    Walker(const QString& text, qsizetype wanted)
        : m_text(text)
        , m_wanted(wanted)
    {
    }
    std::optional<std::string> find()
    {
        value({}, 0);
        return m_found;
    }

private:
    static constexpr int deepest = 200;

    void space()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool take(QChar c)
    {
        space();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    /// Past the text that begins here; its raw characters without the quotes.
    QString string()
    {
        const auto begin = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != u'"')
            m_at += m_text[m_at] == u'\\' ? 2 : 1;
        const auto raw = m_text.mid(begin, m_at - begin);
        ++m_at;
        return raw;
    }
    void note(const std::string& pointer, qsizetype begin)
    {
        if (!m_found && m_wanted >= begin && m_wanted <= m_at)
            m_found = pointer;
    }
    bool value(const std::string& pointer, int depth)
    {
        space();
        if (m_at >= m_text.size() || depth > deepest || m_found)
            return false;
        const auto begin = m_at;
        const auto c = m_text[m_at];
        if (c == u'{')
            return object(pointer, depth);
        if (c == u'[')
            return array(pointer, depth);
        if (c == u'"') {
            string();
        } else if (!QStringLiteral("-0123456789tfn").contains(c)) {
            return false;
        } else {
            while (m_at < m_text.size() && !m_text[m_at].isSpace()
                && !QStringLiteral(",]}").contains(m_text[m_at]))
                ++m_at;
        }
        note(pointer, begin);
        return true;
    }
    bool object(const std::string& pointer, int depth)
    {
        ++m_at;
        if (take(u'}'))
            return true;
        do {
            space();
            if (m_at >= m_text.size() || m_text[m_at] != u'"')
                return false;
            const auto begin = m_at;
            const auto raw = string();
            const auto key = Json::parse('"' + raw.toStdString() + '"', nullptr, false);
            if (!key.is_string())
                return false;
            const auto child = scenario::childPath(pointer, key.get<std::string>());
            note(child, begin);
            if (!take(u':') || !value(child, depth + 1))
                return false;
        } while (take(u','));
        return take(u'}');
    }
    bool array(const std::string& pointer, int depth)
    {
        ++m_at;
        if (take(u']'))
            return true;
        std::size_t index = 0;
        do {
            if (!value(scenario::childPath(pointer, index++), depth + 1))
                return false;
        } while (take(u','));
        return take(u']');
    }

    const QString& m_text;
    qsizetype m_wanted;
    qsizetype m_at = 0;
    std::optional<std::string> m_found;
};

} // namespace

std::optional<std::string> jsonPointerAt(const QString& text, qsizetype position)
{
    return Walker(text, position).find();
}

} // namespace plumb::models
