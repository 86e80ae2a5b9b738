// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/chunks.h"
#include "scenario/compiled.h"

#include <filesystem>

namespace plumb::scenario {

/// What a step takes from its scenario.
struct StepContext
{
    const Target* target = nullptr;
    std::string base_url; ///< without a trailing slash
    std::filesystem::path folder; ///< where body files are
    Known known;
    std::string boundary; ///< of multipart bodies
};

/// Name of the variable of the run's scope that holds the OAuth2 token; the engine fetches it.
inline constexpr std::string_view oauthVariable = "__oauth2_token";

Result<std::shared_ptr<const CompiledStep>> compileStep(const Step& step, const StepContext& context);

/// A body, compiled: what it consists of and its Content-Type.
struct BodyProgram
{
    Chunks chunks;
    std::string content_type;
    bool any = false; ///< there is a body at all
    bool typeFixed = false; ///< a Content-Type of the step's headers cannot replace ours (multipart)
};
Result<BodyProgram> compileBody(const Body& body, const StepContext& context);

/// An Authorization header, compiled.
class AuthProgram
{
public:
    static Result<AuthProgram> compile(const Auth& auth, const Known& known);
    [[nodiscard]] bool any() const { return m_kind != Auth::Kind::none; }
    [[nodiscard]] bool constant() const { return m_first.constant() && m_second.constant(); }
    /// Appends the header's value.
    Result<void> render(const RenderContext& context, std::string& out) const;

private:
    Auth::Kind m_kind = Auth::Kind::none;
    Chunks m_first, m_second; ///< user and password, or the token alone
};

} // namespace plumb::scenario
